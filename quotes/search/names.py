"""Who is meant by a name that somebody types: whole, short, by surname or acronym, without accents, misspelt."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from quotes.errors import UsageError
from quotes.folding import name_words
from quotes.lexicons import words

TITLES = words("titles_bare")
TELLING = 4  # letters: what is shorter is too much like other names to be taken for misspelt
LONG = 6  # letters: from here on two of them may be wrong, not one
LIKE = 60  # of 100: what is less like the name asked for is not named in its place
LISTED = 8  # sources in one message

_IDENTITIES = "SELECT DISTINCT id, name, named, type, claims FROM speakers JOIN aliases ON speaker = id"
_LETTERS = "replace(words, ' ', '')"


Form = tuple[str, ...]


class Identity(NamedTuple):
    """A speaker, as the index knows it."""

    id: str
    name: str
    named: bool
    type: str
    claims: int


class Source(NamedTuple):
    """Who is meant by a name: one source, which may have several identities; *misspelt*: it is called nearly so."""

    name: str
    identities: list[Identity]
    misspelt: bool = False


Groups = list[list[Identity]]  # the identities of each of several sources


class AmbiguousNameError(UsageError):
    """A name that several sources bear."""


class UnknownNameError(UsageError):
    """A name that no source bears."""


def spoken_form(name: str) -> Form:
    """``the Washington Post`` → ``("washington", "post")``: the folded words, without the article."""
    form = name_words(name)
    return form[1:] if form[:1] == ("the",) and len(form) > 1 else form


def find_source(connection: sqlite3.Connection, name: str) -> Source:
    """Return who is meant by *name*, or by that identity; raise an error when nobody is, or several may be.

    ``person:clinton`` also means each Clinton whom only an article tells, ``person:clinton@ID``.
    """
    if by_id := _select(connection, "id = ?1 OR id >= ?1 || '@' AND id < ?1 || 'A'", name):
        return Source(by_id[0].name, by_id)
    form = spoken_form(name)
    untitled = tuple(word for word in form if word not in TITLES) or form
    for find in (_exact, _partial):
        for each in dict.fromkeys((form, untitled)):
            if groups := find(connection, each):
                return _only(name, groups)
    if groups := _misspelt(connection, untitled):
        return _only(name, groups)._replace(misspelt=True)
    raise UnknownNameError(_unknown(connection, name))


def _exact(connection: sqlite3.Connection, form: Form) -> Groups:
    """Return the sources with this name, acronym or surname; unnamed ones only when there are no others."""
    found = _select(connection, f"{_LETTERS} = ?", "".join(form))
    return _grouped([each for each in found if each.named] or found)


def _partial(connection: sqlite3.Connection, form: Form) -> Groups:
    """Return the sources that have these words in their name."""
    if not form:
        return []
    return _grouped(_select(connection, "kind = 'name' AND ' ' || words || ' ' LIKE ?", f"% {' '.join(form)} %"))


def _misspelt(connection: sqlite3.Connection, form: Form) -> Groups:
    """Return the sources whose name or surname differs by one letter, or two if it is long: the nearest of them."""
    letters = "".join(form)
    if len(letters) < TELLING:
        return []
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    query = f"SELECT DISTINCT {_LETTERS} FROM aliases WHERE kind IN ('name', 'surname')"
    names = [each for (each,) in connection.execute(query)]
    found = extract(letters, names, scorer=OSA.distance, score_cutoff=2 if len(letters) >= LONG else 1, limit=None)
    nearest = sorted(each for each, distance, _ in found if distance == found[0][1])
    return [group for each in nearest for group in _exact(connection, (each,))]


def _grouped(found: Sequence[Identity]) -> Groups:
    """Return *found*, those together that are one source: of one name, or of a short name that only one full name fits.

    Two people of the same full name whose identities differ are two.
    """
    letters = {each: "".join(spoken_form(each.name)) for each in found}
    people = Counter(letters[each] for each in found if each.type == "person" and _is_full(each))
    groups: dict[str, list[Identity]] = {}
    for each in found:
        twin = each.type == "person" and people[letters[each]] > 1
        groups.setdefault(_prefix(each) if twin else letters[each], []).append(each)
    full = [group for group in groups.values() if _is_full(group[0])]
    short = [each for group in groups.values() if not _is_full(group[0]) for each in group]
    if len(full) == 1 and {each.type for each in short} <= {full[0][0].type, "unknown"}:
        return [full[0] + short]
    return list(groups.values())


def _is_full(each: Identity) -> bool:
    """Return whether it has a name of several words."""
    return " " in each.name


def _prefix(each: Identity) -> str:
    """Return the identity without the article in which alone it may hold."""
    return each.id.partition("@")[0]


def _only(name: str, groups: Groups) -> Source:
    """Return the one source that *name* means; raise an error that lists them when there are several."""
    if len(groups) == 1:
        return Source(groups[0][0].name, groups[0])
    said = Counter(group[0].name for group in groups)
    listed = [_listing(group, by_id=said[group[0].name] > 1 or not _is_full(group[0])) for group in groups[:LISTED]]
    more = [f"{len(groups) - LISTED} more"] if len(groups) > LISTED else []
    raise AmbiguousNameError(f"{name!r} may be {'; '.join(listed + more)}: say which")


def _listing(group: list[Identity], *, by_id: bool) -> str:
    """Return what to ask for to get *group*, and how much that gives."""
    first, claims = group[0], sum(each.claims for each in group)
    name = repr(_prefix(first)) if by_id else first.name
    return f"{name} ({first.type}, {claims:,} {'claim' if claims == 1 else 'claims'})"


def _unknown(connection: sqlite3.Connection, name: str) -> str:
    """Return that nobody is called *name*, and which names are most like it."""
    from rapidfuzz.fuzz import token_sort_ratio
    from rapidfuzz.process import extract

    query = "SELECT DISTINCT alias FROM aliases WHERE kind = 'name' ORDER BY alias"
    names = [each for (each,) in connection.execute(query)]
    found = extract(name, names, scorer=token_sort_ratio, processor=_spoken, score_cutoff=LIKE, limit=3)
    near = [each for each, _, _ in found]
    nearest = f"the nearest: {', '.join(near)}" if near else "`quotes sources` lists who is"
    return f"nobody called {name!r} is quoted here; {nearest}"


def _spoken(name: str) -> str:
    """Return *name* as it is compared."""
    return " ".join(spoken_form(name))


def _select(connection: sqlite3.Connection, condition: str, value: str) -> list[Identity]:
    """Return the sources, with what they may be called, that *condition* holds for: who is quoted most often first."""
    rows = connection.execute(f"{_IDENTITIES} WHERE {condition} ORDER BY claims DESC, id", (value,))
    return [Identity(id_, name, bool(named), type_, claims) for id_, name, named, type_, claims in rows]
