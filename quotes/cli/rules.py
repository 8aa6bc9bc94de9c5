"""``quotes rules`` and ``quotes lexicon``: the rule book, and what was counted of a word."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.tables import Column, print_table

if TYPE_CHECKING:
    from quotes.attributions.entries import Counted

Word = Annotated[str, typer.Argument(metavar="LEMMA", help="A word as dictionaries have it, or an entry: 'call for'.")]

COUNTS = tuple(Column(name, number=True) for name in ("right", "found", "rate"))
RULE_COLUMNS = (Column("rule"), *COUNTS, Column("example", long=True))
ENTRY_COLUMNS = (Column("entry"), Column("rule"), *COUNTS, Column("from"), Column("example", long=True))


def rules() -> None:
    """List the rules: the address of each, how often it was right, and an example of what it finds.

    A claim names its rule by this address. Counted are all its candidates in articles annotated by hand, most of which
    are dropped for their words.
    """
    from quotes.attributions.rulebook import count_rules, examples

    example = examples()
    print_table(RULE_COLUMNS, [(each.rule, *_counts(each), example[each.rule]) for each in count_rules()])


def lexicon(word: Word, lexicon: options.Lexicon = None) -> None:
    """Show what was counted of a word: how often each rule was right with it.

    Entries written by hand, by you with --lexicon or by us, come first, and win over those counted.

    \b
    quotes lexicon accuse
    quotes lexicon "call for"

    Exit status: 0 done, 2 no such entry.
    """
    from quotes.attributions.rulebook import examples, find_entries

    example = examples()
    print_table(
        ENTRY_COLUMNS,
        [
            (each.entry, each.rule, *_counts(each), each.origin, example[each.rule])
            for each in find_entries(word, options.read_lexicon(lexicon))
        ],
    )


def _counts(counted: "Counted") -> tuple[str, str, str]:
    """Return right, found and rate."""
    return f"{counted.right:,.0f}", f"{counted.found:,.0f}", f"{counted.rate:.0%}"
