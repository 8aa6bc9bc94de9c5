"""Claims in the forms that other tools read: ``FORMATS`` says which function writes which form.

A function turns pages (an article, its claims and its text) into bytes; docs/exports.md says what each form loses.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quotes.errors import OutputError, UsageError
from quotes.export import brat, doccano, label_studio, parquet, schema_org, table, tokens, web_annotation
from quotes.export.pages import Page, Texts, find_texts, read_pages
from quotes.outputs import check_output, disk, open_output, write_text

__all__ = [
    "FORMATS",
    "Format",
    "Page",
    "Texts",
    "check_export",
    "find_texts",
    "needs_texts",
    "read_pages",
    "write_export",
]

Write = Callable[[Iterable[Page]], Iterator[bytes]]
WriteFolder = Callable[[Iterable[Page]], Iterator[tuple[str, bytes]]]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of one file: what writes it, whether it needs the texts, and what stands in FILE.NAME beside it."""

    write: Write
    needs_texts: bool = True
    beside: Mapping[str, str] = field(default_factory=dict)


FORMATS: Mapping[str, Format] = {
    "claim": Format(schema_org.write_claim, needs_texts=False),
    "claimreview": Format(schema_org.write_claim_review, needs_texts=False),
    "conll": Format(tokens.write_conll),
    "csv": Format(table.write_csv, needs_texts=False),
    "displacy": Format(tokens.write_displacy),
    "doccano": Format(doccano.write_doccano),
    "label-studio": Format(label_studio.write_label_studio, beside={"config.xml": label_studio.CONFIG}),
    "parquet": Format(parquet.write_parquet, needs_texts=False),
    "prodigy": Format(tokens.write_prodigy),
    "web-annotation": Format(web_annotation.write_web_annotation),
}
FOLDERS: Mapping[str, WriteFolder] = {"brat": brat.write_brat}


def needs_texts(name: str) -> bool:
    """Return whether the form *name* needs the texts of the articles."""
    return name in FOLDERS or FORMATS[name].needs_texts


def check_export(name: str, output: Path | None, inputs: Iterable[str]) -> None:
    """Raise UsageError or OutputError when the form *name* cannot be written to *output*."""
    if name not in FOLDERS:
        if output:
            check_output(output, map(Path, inputs))
        return
    if output is None:
        raise UsageError(f"{name} is a folder of files; name one with -o")
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise OutputError(f"{output} is there already and not empty; name another folder")
    if not output.resolve().parent.is_dir():
        raise OutputError(f"{output} cannot be written: there is no folder {output.resolve().parent}; create it first")


def write_export(name: str, pages: Iterable[Page], output: Path | None) -> None:
    """Write *pages* in the form *name* to *output*, a file or a folder, or to standard output."""
    if output and name in FOLDERS:
        _write_folder(FOLDERS[name](pages), output)
    else:
        _write_file(FORMATS[name], pages, output)


def _write_file(form: Format, pages: Iterable[Page], output: Path | None) -> None:
    """Write *pages* to *output*, with the files that belong beside it, or to standard output."""
    with open_output(output) as stream:
        for part in form.write(pages):
            stream.write(part)
    for ending, text in form.beside.items() if output else ():
        write_text(output and output.with_name(f"{output.name}.{ending}"), text)


def _write_folder(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write *files* into *folder*, which takes its name when all are there."""
    part = folder.resolve().with_name(f"{folder.name}.part")
    with disk(folder):
        part.mkdir()
        for name, content in files:
            (part / name).write_bytes(content)
        part.replace(folder.resolve())
