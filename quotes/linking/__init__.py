"""The pass over many claims that gives a source one identity in all articles.

Claims are read twice: once to note the distinct sources, once to write who each is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from quotes.errors import InputError
from quotes.identity import Bearer, identity_of, local_id
from quotes.linking.aliases import Aliases, read_aliases
from quotes.linking.identities import find_identities
from quotes.linking.profiles import Profile, find_sources, profile_of
from quotes.records import Claim

__all__ = ["Aliases", "link", "link_claims", "name_by_aliases", "read_aliases"]


def link_claims(claims: Iterable[Claim], *, aliases: Aliases | None = None) -> list[Claim]:
    """Return *claims*, in their order, with the ``speaker.id`` that each source has in all of their articles."""
    found = list(claims)
    return [each for each in link(lambda: found, aliases=aliases) if isinstance(each, Claim)]


def link(
    read: Callable[[], Iterable[Claim | InputError]], *, aliases: Aliases | None = None
) -> Iterator[Claim | InputError]:
    """Yield what *read* gives each time it is called, in its order, with the ``speaker.id`` that holds in all articles.

    What a user's *aliases* say goes first; without any, what they said when the claims were made or last linked.
    """
    sources = find_sources((each for each in read() if isinstance(each, Claim)), aliases)
    identities = find_identities(sources)
    for each in read():
        yield _identified(each, identities, aliases) if isinstance(each, Claim) else each


def name_by_aliases(claim: Claim, aliases: Aliases) -> Claim:
    """Return *claim* with the ``speaker.id`` that *aliases* give its source, else the one that its article gives."""
    return _identified(claim, {}, aliases)


def _identified(claim: Claim, identities: Mapping[Profile, str], aliases: Aliases | None) -> Claim:
    """Return *claim* with the identity of its source: by alias, else by *identities*, else by its article alone."""

    def identify(source: Bearer) -> str | None:
        profile = profile_of(source, aliases)
        known = (profile.pin or identities.get(profile)) if profile else None
        return known or local_id(claim.article.id, source)

    identity = identity_of(claim.speaker, identify)
    return claim.model_copy(update={"speaker": claim.speaker.model_copy(update={"id": identity})})
