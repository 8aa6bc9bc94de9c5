"""A real browser, for what only a browser can show."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NEEDED = "QUOTES_NEED_BROWSER"  # set by .ci/run: there, no browser is a failure


@pytest.fixture(scope="module")
def browser():
    """Chromium, from PATH or Playwright's own, started once for a file of tests."""
    with sync_playwright() as playwright:
        found = (shutil.which(name) for name in BROWSERS)
        path = next((each for each in found if each), playwright.chromium.executable_path)
        if not Path(path).exists():
            (pytest.fail if os.environ.get(NEEDED) else pytest.skip)(
                "no Chromium; install it, or: playwright install chromium"
            )
        started = playwright.chromium.launch(executable_path=path)
        yield started
        started.close()


@pytest.fixture
def open_page(browser):
    """A function that opens a file in a browser without a past and returns the page; errors on it fail the test."""
    contexts, errors = [], []

    def visit(file, *, script=None, **options):
        contexts.append(browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options}))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text))
        if script:
            page.add_init_script(script)
        page.goto(f"file://{file}")
        return page

    yield visit
    for context in contexts:
        context.close()
    assert errors == []
