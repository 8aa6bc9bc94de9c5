"""JSON-LD after schema.org: a Claim each, or the draft of a ClaimReview about it.

Which properties are required and recommended follows Google's "Fact check (ClaimReview) structured data".
"""

from collections.abc import Iterable, Iterator
from typing import Any

from quotes.export.json_text import as_array
from quotes.export.pages import Page
from quotes.linking.aliases import wikidata_of
from quotes.records import ArticleInfo, Claim, Member, Speaker

CONTEXT = "https://schema.org"
DRAFT = "Draft: not valid until url, author and reviewRating are filled in"

_AUTHORS = {"person": "Person", "organization": "Organization", "group": "Organization"}


def write_claim(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield the claims of *pages* as one array of Claims."""
    return as_array({"@context": CONTEXT} | make_claim(claim) for page in pages for claim in page.claims)


def write_claim_review(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield a draft of a ClaimReview for each claim of *pages*, as one array; one goes on a page of its own."""
    return as_array(make_claim_review(claim) for page in pages for claim in page.claims)


def make_claim_review(claim: Claim) -> dict[str, Any]:
    """Return the draft; what a checker alone can know is empty."""
    return {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "creativeWorkStatus": DRAFT,
        "url": "",
        "author": {"@type": "Organization", "name": "", "url": ""},
        "datePublished": "",
        "claimReviewed": _proposition(claim),
        "reviewRating": {"@type": "Rating", "alternateName": ""},
        "itemReviewed": make_claim(claim),
    }


def make_claim(claim: Claim) -> dict[str, Any]:
    """Return the claim without what is not known."""
    return _known(
        {
            "@type": "Claim",
            "identifier": claim.id,
            "text": _proposition(claim),
            "author": [] if claim.denied or claim.cue.modality == "hypothetical" else _authors(claim.speaker),
            "datePublished": _date(claim),
            "appearance": [*_documents(claim.speaker), _article(claim.article)],
        }
    )


def _proposition(claim: Claim) -> str:
    """Return the claim as a sentence that stands alone, else the words of the article."""
    return claim.claim.text or claim.text


def _date(claim: Claim) -> str | None:
    """Return when it was said, where that is no interval, else the date of the article."""
    said = claim.time.value
    return said if said and "/" not in said else claim.article.date


def _authors(speaker: Speaker) -> list[dict[str, str]]:
    """Return who is meant, if it has a name and can be an author."""
    title = speaker.title if speaker.type == "person" else None
    more = {"jobTitle": title, "sameAs": wikidata_of(speaker.id)}
    known = {key: value for key, value in more.items() if value}
    named = [each for each in _speakers(speaker) if each.named and each.type in _AUTHORS]
    return [{"@type": _AUTHORS[each.type], "name": each.name} | known for each in named if each.name]


def _documents(speaker: Speaker) -> list[dict[str, str]]:
    """Return the documents that say it: a document is no author."""
    return [
        {"@type": "CreativeWork", "name": each.name}
        for each in _speakers(speaker)
        if each.type == "document" and each.name
    ]


def _speakers(speaker: Speaker) -> "tuple[Speaker | Member, ...]":
    """Return the several speakers, or the one."""
    return speaker.members or (speaker,)


def _article(article: ArticleInfo) -> dict[str, Any]:
    """Return the article that the claim appears in."""
    return _known(
        {
            "@type": "NewsArticle",
            "identifier": article.id,
            "url": article.url,
            "headline": article.title,
            "datePublished": article.date,
            "inLanguage": article.language,
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else None,
        }
    )


def _known(value: dict[str, Any]) -> dict[str, Any]:
    """Return *value* without what is null or empty."""
    return {key: each for key, each in value.items() if each not in (None, "", [])}
