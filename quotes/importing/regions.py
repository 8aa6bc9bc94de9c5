"""Labelled regions and arrows between them, as annotation tools keep them, made into claims."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quotes.errors import InputError, UsageError
from quotes.importing.marked import Marking, Offsets
from quotes.standard_input import is_standard_input, standard_input

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Region:
    """A labelled span, with the id of the claim that it was and the speaker that was written beside it, if any."""

    label: str
    place: Place
    claim_id: str | None = None
    speaker: str | None = None


def make_markings(
    text: str, regions: Mapping[str, Region], arrows: Iterable[tuple[str, str]]
) -> tuple[tuple[Marking, ...], list[str]]:
    """Return the claims that *arrows*, from the head of each to its parts, make of *regions*, and what makes none."""
    parts: dict[str, list[str]] = {}
    for head, part in arrows:
        if head in regions and part in regions:
            parts.setdefault(head, [head]).append(part)
    joined = {part for group in parts.values() for part in group}
    groups = [*parts.values(), *([name] for name in regions if name not in joined)]
    found = [_make_marking(text, [regions[name] for name in group]) for group in groups]
    faults = [_fault(text, regions[group[0]]) for group, each in zip(groups, found, strict=True) if not each.content]
    return tuple(each for each in found if each.content), faults


def join(text: str, places: Iterable[Place]) -> Offsets:
    """Return *places* in text order, those with nothing but white space between them as one."""
    found: list[Place] = []
    for start, end in sorted(set(places)):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def find_again(text: str, start: int, end: int, words: str | None) -> Place | None:
    """Return where *words* stand, nearest to where they are said to: some tools count emoji twice, or no line ends."""
    if words is None or text[start:end] == words:
        return (start, end) if 0 <= start < end <= len(text) else None
    before, after = text.rfind(words, 0, start + len(words)), text.find(words, start)
    nearest = min((at for at in (before, after) if at >= 0), key=lambda at: abs(at - start), default=None)
    return None if nearest is None or not words else (nearest, nearest + len(words))


def read_content(file: Path) -> str:
    """Return the text of *file*, line ends as they are; UsageError when it cannot be read, InputError when no UTF-8."""
    try:
        content = standard_input().read() if is_standard_input(file) else file.read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}; check the name") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise InputError(f"{file}, line {line}: not UTF-8; save the file as UTF-8") from None


def _make_marking(text: str, group: list[Region]) -> Marking:
    """Return the claim that *group* is."""
    by_label: dict[str, list[Place]] = {}
    for region in group:
        by_label.setdefault(region.label.casefold(), []).append(region.place)
    content, cue, source = (join(text, by_label.get(role, ())) for role in ("content", "cue", "source"))
    claim_id = next((region.claim_id for region in group if region.claim_id), None)
    speaker = next((region.speaker for region in group if region.speaker), None)
    return Marking(content, cue, source, claim_id, speaker)


def _fault(text: str, region: Region) -> str:
    """Return that a claim has no content."""
    return f"{region.label} {text[slice(*region.place)]!r} at {region.place[0]} has no content; relate it to one"
