"""Label Studio: an array of tasks with predictions, and the labelling configuration they need.

The region of the cue (of the content, where there is no cue) is related to the others and carries the speaker's name.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from quotes import __version__
from quotes.export.json_text import as_array
from quotes.export.pages import Page
from quotes.export.parts import LABELS, Part, parts_of
from quotes.records import Claim

_COLOURS = dict(zip(LABELS, ("#2e7d32", "#b26a00", "#0277bd", "#6a1b9a", "#4e342e", "#546e7a"), strict=True))
_LABELS = "\n".join(f'    <Label value="{label}" background="{colour}"/>' for label, colour in _COLOURS.items())
_RELATIONS = "\n".join(f'    <Relation value="{label.lower()}"/>' for label in LABELS)

CONFIG = f"""<View>
  <Relations>
{_RELATIONS}
  </Relations>
  <Labels name="label" toName="text">
{_LABELS}
  </Labels>
  <Text name="text" value="$text"/>
  <TextArea name="speaker" toName="text" perRegion="true" editable="true" maxSubmissions="1"/>
</View>
"""


def write_label_studio(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield an array of tasks, one an article."""
    return as_array(map(make_task, pages))


def make_task(page: Page) -> dict[str, Any]:
    """Return the task of one article, with its claims as a prediction."""
    results = [result for claim in page.claims for result in _results(claim)]
    score = sum(claim.confidence for claim in page.claims) / len(page.claims)
    return {
        "data": {"text": page.text, "article": page.article.id, "sha256": page.article.sha256},
        "predictions": [{"model_version": f"quotes {__version__}", "score": round(score, 4), "result": results}],
    }


def _results(claim: Claim) -> Iterator[dict[str, Any]]:
    """Yield the regions of *claim*, their relations and its speaker."""
    first, *others = parts_of(claim)
    for part in (first, *others):
        yield _region(claim, part, "label", "labels", {"labels": [part.label]})
    for part in others:
        relation = {"from_id": _id(claim, first), "to_id": _id(claim, part), "direction": "right"}
        yield relation | {"type": "relation", "labels": [part.label.lower()]}
    if claim.speaker.name:
        yield _region(claim, first, "speaker", "textarea", {"text": [claim.speaker.name]})


def _region(claim: Claim, part: Part, name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    """Return what the control *name* says of *part*."""
    place = {"start": part.start, "end": part.end, "text": part.text}
    region = {"id": _id(claim, part), "from_name": name, "to_name": "text", "type": kind}
    return region | {"value": place | value, "score": claim.confidence}


def _id(claim: Claim, part: Part) -> str:
    """Return the id of a region: that of the claim is in it, so that corrections find their way back."""
    return f"{claim.id}-{part.label.lower()}-{part.number}"
