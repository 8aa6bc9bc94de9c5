# Two commands: `make demo` shows what the tool does, `make test` checks it. Both need Python, pip and make only.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --quiet --quiet --disable-pip-version-check

.PHONY: demo test clean

demo: .venv/installed
	@mkdir -p build
	$(BIN)/quotes extract fixtures/articles -o build/demo.jsonl
	$(BIN)/quotes show fixtures/articles/2025-01-20-kcna-nato.txt
	@echo "All claims, one JSON line each: build/demo.jsonl"

test: .venv/tested
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/pytest

clean:
	rm -rf .venv build dist

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --upgrade pip
	$(PIP) install --editable .
	@touch $@

.venv/tested: .venv/installed
	$(PIP) install --group dev
	@touch $@
