"""``newsnlp analyze``: every reading of a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from newsnlp.analysis.records import ANALYSIS
from newsnlp.analysis.schema import Row
from newsnlp.cli.command import command, examples
from newsnlp.cli.options import Talking, Writing, flag
from newsnlp.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(
    epilog=examples(
        "newsnlp analyze كتب",
        "newsnlp analyze وبالتعاون حكومي --all",
        "newsnlp analyze علم --limit 3 --json",
    )
)
@command
def analyze(
    writing: Writing,
    talking: Talking,
    words: Annotated[
        list[str], typer.Argument(metavar="WORD", show_default=False, help="Arabic words.")
    ],
    variants: Annotated[
        bool,
        flag("--all", help="Also every case, mood and state that is spelled the same."),
    ] = False,
) -> None:
    """List every analysis that the morphology has for a word, best first."""
    from newsnlp.analysis.rows import analysis_rows
    from newsnlp.morphology.lexicon import Lexicon
    from newsnlp.morphology.readings import Reading
    from newsnlp.morphology.stage import rule_analysis
    from newsnlp.text import tokenize

    lexicon = Lexicon()

    def rows(source: str) -> Iterator[Row]:
        for token in tokenize(source):
            fixed = rule_analysis(token)
            scored = (
                [(Reading(fixed, (), "", True), 0.0)] if fixed else lexicon.analyses(token.text)
            )
            yield from analysis_rows(source, token.text, scored, variants=variants)

    Session(talking, writing).write(ANALYSIS, ((word, rows(word)) for word in words))
