"""The options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.standard_input import STDIN

if TYPE_CHECKING:
    from quotes.attributions.entries import Lexicon as Entries
    from quotes.linking import Aliases as Known

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, globs, or - for standard input.")]
AliasFile = Annotated[
    Path | None, typer.Option("--aliases", metavar="FILE", help="A TOML file of the names that sources go by.")
]
Lexicon = Annotated[
    Path | None,
    typer.Option("--lexicon", metavar="FILE", help="Your own entries of cues, a table that wins; see README."),
]


def _file(name: str) -> Path | None:
    """Return the file to write; None, standard output, for ``-``."""
    return None if name == STDIN else Path(name)


Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", parser=_file, metavar="FILE", help="Write to FILE, whole at the end, not to stdout."
    ),
]
Articles = Annotated[
    bool, typer.Option("--articles/--no-articles", help="With -o: keep the articles in FILE.articles.jsonl.")
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Worker processes.")]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline instead of the bundled model."),
]
Encoding = Annotated[str, typer.Option("--encoding", metavar="NAME", help="Encoding of the articles.")]
Form = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="What standard input holds: jsonl, csv, … as files end.")
]
TextField = Annotated[
    str | None, typer.Option("--text-field", metavar="NAME", help="The field of JSON or CSV that holds the text.")
]
IdField = Annotated[
    str | None, typer.Option("--id-field", metavar="NAME", help="The field that tells one article from the others.")
]
TitleField = Annotated[str | None, typer.Option("--title-field", metavar="NAME", help="The field with the headline.")]
DateField = Annotated[str | None, typer.Option("--date-field", metavar="NAME", help="The field with the date.")]
Gender = Annotated[
    bool, typer.Option("--gender/--no-gender", help="Infer the gender of speakers, to resolve he and she.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only errors on stderr: no progress bar, no closing line.")]
Claims = Annotated[list[str], typer.Argument(metavar="FILE", help="Files of claims, or - for standard input.")]
Texts = Annotated[
    Path | None,
    typer.Option("--articles", metavar="PATH", help="The articles, when they are not in FILE.articles.jsonl."),
]
Corrections = Annotated[
    Path | None,
    typer.Option("--corrections", metavar="FILE", help="Apply a person's corrections; see docs/corrections.md."),
]


def fields(**names: str | None) -> dict[str, str]:
    """Return what the parts of an article are called in JSON and CSV, where it is given."""
    return {field: name for field, name in names.items() if name}


def read_aliases(file: Path | None) -> "Known | None":
    """Return what *file* says of the names of sources, if one is given."""
    if file is None:
        return None
    from quotes.linking import read_aliases

    return read_aliases(file)


def read_lexicon(file: Path | None) -> "Entries | None":
    """Return the entries of *file*, if one is given."""
    if file is None:
        return None
    from quotes.attributions.own_lexicon import read_lexicon

    return read_lexicon(file)


CheckWorthy = Annotated[
    float,
    typer.Option("--check-worthy", min=0, max=1, metavar="SHARE", help="Only claims as check-worthy as this, 0 to 1."),
]
MinConfidence = Annotated[
    float,
    typer.Option("--min-confidence", min=0, max=1, metavar="SHARE", help="Only claims as sure as this, from 0 to 1."),
]
