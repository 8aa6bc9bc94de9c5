"""Label Studio's export in JSON: tasks with annotations. Of several annotations of a task the last counts.

A region that relations lead from is the head of a claim, and those they lead to are its parts. Its id holds that of the
claim it was.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ValidationError

from quotes.errors import InputError
from quotes.importing.marked import Marked
from quotes.importing.regions import Region, find_again, make_markings, read_content

_ID = re.compile(r"([0-9a-f]{16})-")


class _Value(BaseModel):
    start: int = 0
    end: int = 0
    text: str | list[str] | None = None
    labels: tuple[str, ...] = ()


class _Result(BaseModel):
    type: str
    id: str = ""
    value: _Value = _Value()
    from_id: str = ""
    to_id: str = ""
    direction: str | None = None


class _Annotation(BaseModel):
    result: tuple[_Result, ...]
    was_cancelled: bool = False


class _Data(BaseModel):
    text: str
    article: str | None = None


class _Task(BaseModel):
    data: _Data
    annotations: tuple[_Annotation, ...]


def read_label_studio(file: Path) -> Iterator[Marked | InputError]:
    """Yield the tasks that a person worked on; one that was skipped is none."""
    try:
        tasks = json.loads(read_content(file))
    except json.JSONDecodeError as error:
        yield InputError(f"{file}, line {error.lineno}: not JSON ({error.msg}); export the project as JSON")
        return
    for number, value in enumerate(tasks if isinstance(tasks, list) else [tasks], start=1):
        place = f"{file}, task {number}"
        try:
            task = _Task.model_validate(value)
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join(map(str, fault["loc"]))
            yield InputError(f"{place}: no task ({where}: {fault['msg']}); export the project as JSON, not JSON-MIN")
            continue
        done = [each for each in task.annotations if not each.was_cancelled]
        if done:
            yield from _read(place, task.data, done[-1].result)


def _read(place: str, data: _Data, results: tuple[_Result, ...]) -> Iterator[Marked | InputError]:
    """Yield the task, and what is wrong with its regions."""
    regions: dict[str, Region] = {}
    speakers = {each.id: _joined(each.value.text) for each in results if each.type == "textarea"}
    for each in (each for each in results if each.type == "labels"):
        found = find_again(data.text, each.value.start, each.value.end, _joined(each.value.text))
        if found is None:
            yield InputError(f"{place}: region {each.id} is not where its text is; mark it anew")
        elif each.value.labels:
            claim_id = _ID.match(each.id)
            regions[each.id] = Region(each.value.labels[0], found, claim_id and claim_id[1], speakers.get(each.id))
    arrows = [_arrow(each) for each in results if each.type == "relation"]
    markings, faults = make_markings(data.text, regions, arrows)
    yield from (InputError(f"{place}: {fault}") for fault in faults)
    yield Marked(place, data.text, markings, data.article)


def _arrow(relation: _Result) -> tuple[str, str]:
    """Return the regions that a relation leads from and to."""
    ends = relation.from_id, relation.to_id
    return (ends[1], ends[0]) if relation.direction == "left" else ends


def _joined(text: str | list[str] | None) -> str | None:
    """Return the text of a region, or of a field of several lines."""
    return "\n".join(text) if isinstance(text, list) else text
