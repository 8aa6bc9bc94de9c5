"""Files of claims, linked: read twice, and what comes through a pipe kept for the second time."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from quotes.errors import InputError
from quotes.lines import is_read_once, open_copy
from quotes.linking import link
from quotes.linking.aliases import Aliases
from quotes.records import Claim, number_claims, read_claim_lines
from quotes.standard_input import name_of


def link_files(files: Sequence[str | Path], *, aliases: Aliases | None = None) -> Iterator[Claim | InputError]:
    """Yield the claims of *files* in their order, linked; an error in the place of a line that is none.

    ``-`` is standard input.
    """
    with ExitStack() as stack:
        kept = {file: stack.enter_context(open_copy(file)) for file in files if is_read_once(file)}

        def read() -> Iterator[Claim | InputError]:
            for file in files:
                if copy := kept.get(file):
                    copy.seek(0)
                    yield from (each for _, each in number_claims(copy, name=name_of(file)))
                else:
                    yield from read_claim_lines(file)

        yield from link(read, aliases=aliases)
