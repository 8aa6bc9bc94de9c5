"""brat standoff: a folder with NAME.txt and NAME.ann for each article, and the annotation.conf they need.

A claim is an event ``Attribution``. Its note holds the claim's id and the speaker's name, so that both come back.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from quotes.export.pages import Page
from quotes.export.parts import LABELS, Part, numbered
from quotes.records import Claim

_ENTITIES = "\n".join(LABELS)
_OPTIONAL = ", ".join(f"{label}?:{label}" for label in LABELS if label != "Content")

CONFIG = f"""[entities]
{_ENTITIES}

[relations]

[events]
Attribution\tContent:Content, {_OPTIONAL}

[attributes]
Kind\tArg:<EVENT>, Value:direct|mixed|indirect
"""

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")  # what Python, in which brat is written, reads as one


def write_brat(pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the folder."""
    yield "annotation.conf", CONFIG.encode()
    for page in pages:
        name = file_name(page.article.id)
        yield f"{name}.txt", page.text.encode()
        yield f"{name}.ann", "".join(f"{line}\n" for line in make_annotations(page.text, page.claims)).encode()


def make_annotations(text: str, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield the lines of an .ann file."""
    numbers = count(1)
    for event, claim, parts in numbered(claims):
        roles = {}
        for label, same in groupby(parts, key=_label):
            fragments = [fragment for part in same for fragment in _fragments(text, part)]
            roles[label] = f"T{next(numbers)}"
            yield _entity(roles[label], label, fragments, text)
        trigger = f"T{next(numbers)}"
        yield _entity(trigger, "Attribution", list(_fragments(text, parts[0])), text)
        arguments = " ".join(f"{label}:{entity}" for label, entity in roles.items())
        yield f"E{event}\tAttribution:{trigger} {arguments}"
        yield f"A{event}\tKind E{event} {claim.kind}"
        yield f"#{event}\tAnnotatorNotes E{event}\tid={claim.id} speaker={' '.join((claim.speaker.name or '').split())}"


def file_name(article_id: str) -> str:
    """Return a name for the files of an article: its id, where that can be one."""
    plain = re.sub(r"[^\w.-]+", "-", article_id).strip(".-")[:80]
    return plain if plain == article_id else f"{plain}-{hashlib.sha256(article_id.encode()).hexdigest()[:8]}"


def _label(part: Part) -> str:
    """Return the label of *part*."""
    return part.label


def _fragments(text: str, part: Part) -> Iterator[tuple[int, int]]:
    """Yield *part* cut at line ends, which brat cannot hold, without white space at its ends."""
    for found in _LINE.finditer(text, part.start, part.end):
        line = found.group()
        if line.strip():
            start = found.start() + len(line) - len(line.lstrip())
            yield start, start + len(line.strip())


def _entity(number: str, label: str, fragments: Sequence[tuple[int, int]], text: str) -> str:
    """Return the line of an entity."""
    places = ";".join(f"{start} {end}" for start, end in fragments)
    return f"{number}\t{label} {places}\t{' '.join(text[start:end] for start, end in fragments)}"
