"""The command ``quotes``. One file a group of commands; each maps its options to keywords and decides nothing."""

import typer

from quotes.cli import (
    about,
    by,
    evaluate,
    export,
    extract,
    grouping,
    import_,
    index,
    link,
    report,
    rules,
    show,
    sources,
    worth,
)
from quotes.cli.group import QuotesGroup

app = typer.Typer(
    cls=QuotesGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback(invoke_without_command=True)(about.main)
app.command()(extract.extract)
app.command()(show.show)
app.command()(by.by)
app.command()(sources.sources)
app.command()(index.index)
app.command()(export.export)
app.command("import")(import_.import_)
app.command()(evaluate.evaluate)
app.command()(grouping.group)
app.command()(link.link)
app.command("aliases")(link.propose)
app.command()(worth.worth)
app.command()(report.report)
app.command()(rules.rules)
app.command()(rules.lexicon)
app.command()(about.schema)
