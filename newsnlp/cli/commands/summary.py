"""``newsnlp summary``: a text at a glance."""

from __future__ import annotations

from typing import Annotated

import typer

from newsnlp.analysis.records import SUMMARY
from newsnlp.analysis.schema import Row
from newsnlp.cli.command import command, examples
from newsnlp.cli.options import DocumentDate, Reading, Running, Talking, Writing
from newsnlp.cli.session import Session
from newsnlp.model import Doc

app = typer.Typer(add_completion=False)


@app.command(
    epilog=examples(
        "newsnlp summary article.txt",
        "newsnlp summary --top 5 --date 2024-01-31 news/",
        "curl -s https://example.com/story.txt | newsnlp summary --json",
    )
)
@command
def summary(
    reading: Reading,
    writing: Writing,
    running: Running,
    talking: Talking,
    date: DocumentDate = None,
    top: Annotated[
        int,
        typer.Option(metavar="N", min=0, help="How many lemmas, phrases and entities of a type."),
    ] = 10,
) -> None:
    """Show a text at a glance: figures, subjects, names, key phrases, opening and dates."""
    from newsnlp.analysis.summary import summary_row
    from newsnlp.pipeline import STAGES

    def rows(doc: Doc) -> list[Row]:
        return [summary_row(doc, top=top)]

    session = Session(talking, writing)
    docs = session.documents(reading, running, stages=STAGES, date=date and date.date())
    session.write(SUMMARY, session.each(docs, rows))
