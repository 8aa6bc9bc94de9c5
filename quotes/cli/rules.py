"""``quotes rules`` and ``quotes lexicon``: the rule book, and what is known of a word."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.tables import Column, print_table, write_lines

if TYPE_CHECKING:
    from quotes.attributions.entries import Counted
    from quotes.speakers.rulebook import Resolutions

Word = Annotated[str, typer.Argument(metavar="WORD", help="A word in any form, or an entry: 'call for'.")]

COUNTS = tuple(Column(name, number=True) for name in ("right", "found", "rate"))
RULE_COLUMNS = (Column("rule"), *COUNTS, Column("example", long=True))
RESOLVER_COLUMNS = (Column("resolver"), *COUNTS, Column("in doubt", number=True), Column("example", long=True))
ENTRY_COLUMNS = (Column("entry"), Column("act"), Column("rule"), *COUNTS, Column("from"), Column("example", long=True))


def rules() -> None:
    """List the rules: the address of each, how often it was right, and an example of what it finds.

    A claim names its rule by this address. Counted are all its candidates in articles annotated by hand, most of which
    are dropped for their words.

    The resolvers follow, which say who is meant by a source, and which a claim names in speaker.resolved_by: how often
    each was right on labelled articles, and how often of these its answer came with a warning.
    """
    from quotes.attributions.rulebook import count_rules, examples
    from quotes.speakers.rulebook import count_resolvers

    example = examples()
    print_table(RULE_COLUMNS, [(each.rule, *_counts(each), example[each.rule]) for each in count_rules()])
    write_lines([""])
    print_table(
        RESOLVER_COLUMNS,
        [(each.resolver, *_counts(each), _in_doubt(each), each.example) for each in count_resolvers()],
    )


def lexicon(word: Word, lexicon: options.Lexicon = None) -> None:
    """Show what is known of a word: its act, its stance unless neutral, and how often each rule was right with it.

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
            (each.entry, _act(each), each.rule, *_counts(each), each.origin, example[each.rule])
            for each in find_entries(word, options.read_lexicon(lexicon))
        ],
    )


def _counts(counted: "Counted | Resolutions") -> tuple[str, str, str]:
    """Return right, found and rate."""
    rate = f"{counted.right / counted.found:.0%}" if counted.found else "-"
    return f"{counted.right:,.0f}", f"{counted.found:,.0f}", rate


def _in_doubt(resolutions: "Resolutions") -> str:
    """Return how many of the answers that came with a warning were right."""
    return f"{resolutions.doubtful_right} of {resolutions.doubtful}" if resolutions.doubtful else ""


def _act(counted: "Counted") -> str:
    """Return what an entry does, and how it stands to what is said where it does not leave that open."""
    from quotes.claims.meaning import act_and_stance

    act, stance = act_and_stance(counted.entry, counted.rule)
    return act if stance == "neutral" else f"{act}, {stance}"
