"""``newsnlp tokens``: every word of a text, analysed."""

from __future__ import annotations

import typer

from newsnlp.analysis.records import TOKEN
from newsnlp.cli.command import command, examples
from newsnlp.cli.options import Reading, Running, Talking, Writing
from newsnlp.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(
    epilog=examples(
        "newsnlp tokens article.txt",
        "newsnlp tokens news/ --jobs 0 --format jsonl --output tokens.jsonl",
        "echo 'زار الرئيس بيروت' | newsnlp tokens --format tsv",
    )
)
@command
def tokens(reading: Reading, writing: Writing, running: Running, talking: Talking) -> None:
    """List every token with its lemma, part of speech, root, clitics and gloss."""
    from newsnlp.analysis.rows import token_rows

    session = Session(talking, writing)
    docs = session.documents(reading, running, stages=("morphology",))
    session.write(TOKEN, session.each(docs, token_rows))
