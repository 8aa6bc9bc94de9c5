"""A file of aliases for a person to edit, with what speaks for each line as a comment."""

import json
from collections.abc import Iterator, Sequence

from quotes.identity import letters_of
from quotes.linking.proposals import Known, Proposal

HEAD = """\
# Sources that are likely one. Delete what is not so, add what you know, and give the file to --aliases.
"""


def draft(proposals: Sequence[Sequence[Proposal]]) -> str:
    """Return the TOML file for *proposals*, one entry for each group of them."""
    entries = ["\n".join(_entry(group)) + "\n" for group in proposals]
    return "\n".join([HEAD, *entries]) if entries else f"{HEAD}# None was found.\n"


def _entry(group: Sequence[Proposal]) -> Iterator[str]:
    """Yield the lines of one entry: the source in full with the most claims, and the others as its aliases."""
    reasons: dict[Known, str] = {}
    for proposal in group:
        for each in (proposal.other, proposal.one):
            reasons.setdefault(each, proposal.reason)
    main = max(reasons, key=lambda each: (each.in_full, each.claims, each.name))
    others = sorted((each for each in reasons if each is not main), key=lambda each: (-each.claims, each.name))
    yield f"[[speaker]]\nname = {_quoted(main.name)}  # {_counted(main)}"
    yield "aliases = ["
    for each in others:
        if letters_of(each.name) == letters_of(main.name):
            yield f"    # {_counted(each)} more of that name: {reasons[each]}"
        else:
            yield f"    {_quoted(each.name)},  # {_counted(each)}: {reasons[each]}"
    yield "]"
    kinds = {each.type for each in reasons} - {"unknown"}
    if len(kinds) == 1:
        yield f'type = "{kinds.pop()}"'


def _counted(known: Known) -> str:
    return f"{known.claims:,} claim" if known.claims == 1 else f"{known.claims:,} claims"


def _quoted(text: str) -> str:
    """Return *text* as a TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
