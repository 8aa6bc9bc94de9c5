"""doccano's export of a project with relations, as JSON lines. Every article in it counts as reviewed."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from quotes.errors import InputError
from quotes.importing.marked import Marked
from quotes.importing.regions import Region, make_markings
from quotes.lines import number_lines


class _Entity(BaseModel):
    id: int
    label: str
    start_offset: int
    end_offset: int


class _Relation(BaseModel):
    from_id: int
    to_id: int


class _Example(BaseModel):
    model_config = ConfigDict(title="doccano")

    text: str
    entities: tuple[_Entity, ...]
    relations: tuple[_Relation, ...]
    article: str | None = None


def read_doccano(file: Path) -> Iterator[Marked | InputError]:
    """Yield the articles of an export."""
    remedy = "export a project with relations as JSONL"
    for place, example in number_lines(file, _Example, remedy=remedy):
        if isinstance(example, InputError):
            yield example
            continue
        regions = {str(each.id): Region(each.label, (each.start_offset, each.end_offset)) for each in example.entities}
        arrows = ((str(each.from_id), str(each.to_id)) for each in example.relations)
        markings, faults = make_markings(example.text, regions, arrows)
        yield from (InputError(f"{place}: {fault}") for fault in faults)
        yield Marked(place, example.text, markings, example.article)
