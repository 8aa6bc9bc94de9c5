"""How every command ends: with one line on stderr when something is wrong, and with the exit code that says so."""

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from quotes.errors import OutputError, QuotesError

INTERRUPTED = 130


class QuotesGroup(TyperGroup):
    """The commands, run so that an error is one line: what, where, remedy."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command that *args* name and exit."""
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except QuotesError as error:
            code = _complain(_with_notes(str(error), error), error.code)
            if isinstance(error, OutputError):
                _leave_output()
        except typer.TyperException as error:
            code = _complain(error.format_message(), error.exit_code)
        sys.exit(code)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that *ctx* holds; that nobody reads its output any more ends it quietly."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            _complain(_with_notes("interrupted; what was asked for is not written", error), INTERRUPTED)
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _leave_output()
            raise typer.Exit from None


def _with_notes(message: str, error: BaseException) -> str:
    """Return *message* and what was noted of *error* on its way."""
    return "; ".join([message, *getattr(error, "__notes__", ())])


def _complain(message: str, code: int) -> int:
    """Say *message* on stderr, in one line, and return *code*."""
    typer.echo(f"quotes: {' '.join(message.split())}", err=True)
    return code


def _leave_output() -> None:
    """Give up on standard output, which nobody reads or which is full: what is still in its buffer goes nowhere."""
    if sys.stdout is sys.__stdout__ and sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
