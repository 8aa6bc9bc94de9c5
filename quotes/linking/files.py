"""Files of claims, linked: read twice, and standard input kept for the second time."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile

from quotes.articles import STDIN
from quotes.errors import InputError
from quotes.linking import link
from quotes.linking.aliases import Aliases
from quotes.records import Claim, number_claims, read_claim_lines


def link_files(files: Sequence[str | Path], *, aliases: Aliases | None = None) -> Iterator[Claim | InputError]:
    """Yield the claims of *files* in their order, linked; an error in the place of a line that is none.

    ``-`` is standard input.
    """
    with ExitStack() as stack:
        kept = None
        if STDIN in files:
            kept = stack.enter_context(TemporaryFile())
            shutil.copyfileobj(sys.stdin.buffer, kept)

        def read() -> Iterator[Claim | InputError]:
            for file in files:
                if kept and file == STDIN:
                    kept.seek(0)
                    yield from (each for _, each in number_claims(kept, name="<stdin>"))
                else:
                    yield from read_claim_lines(file)

        yield from link(read, aliases=aliases)
