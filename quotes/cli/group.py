"""How every command ends: with one line on stderr when something is wrong, and with the exit code that says so."""

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from quotes.cli.stdout import take_output
from quotes.errors import QuotesError

INTERRUPTED = 130


class QuotesGroup(TyperGroup):
    """The commands, run so that an error is one line: what, where, remedy."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command that *args* name and exit."""
        if sys.stdout is sys.__stdout__:
            sys.stdout = take_output()
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except QuotesError as error:
            code = _complain(_with_notes(str(error), error), error.code)
        except typer.TyperException as error:
            code = _complain(error.format_message(), error.exit_code)
        sys.exit(code)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that *ctx* holds; that nobody reads what it says on stderr ends it quietly, too."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            _complain(_with_notes("interrupted; what was asked for is not written", error), INTERRUPTED)
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            raise typer.Exit from None


def _with_notes(message: str, error: BaseException) -> str:
    """Return *message* and what was noted of *error* on its way."""
    return "; ".join([message, *getattr(error, "__notes__", ())])


def _complain(message: str, code: int) -> int:
    """Say *message* on stderr, in one line, and return *code*."""
    typer.echo(f"quotes: {' '.join(message.split())}", err=True)
    return code
