"""``newsnlp dates``: date expressions and what day they mean."""

from __future__ import annotations

import typer

from newsnlp.analysis.records import DATE
from newsnlp.cli.command import command, examples
from newsnlp.cli.options import DocumentDate, Reading, Running, Talking, Writing
from newsnlp.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(
    epilog=examples(
        "newsnlp dates article.txt",
        "newsnlp dates --date 2024-01-31 article.txt",
        "newsnlp dates stories.csv --text-column body --date-column published --json",
    )
)
@command
def dates(
    reading: Reading,
    writing: Writing,
    running: Running,
    talking: Talking,
    date: DocumentDate = None,
) -> None:
    """List the dates a text speaks of, each with its ISO 8601 value."""
    from newsnlp.analysis.rows import date_rows

    session = Session(talking, writing)
    docs = session.documents(reading, running, stages=("dates",), date=date and date.date())
    session.write(DATE, session.each(docs, date_rows))
