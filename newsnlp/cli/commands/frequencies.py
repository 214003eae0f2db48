"""``newsnlp frequencies``: what words a text is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from newsnlp.analysis.frequencies import Frequencies, Unit
from newsnlp.analysis.records import FREQUENCY_BY
from newsnlp.analysis.schema import Row
from newsnlp.cli.command import command, examples
from newsnlp.cli.options import Reading, Running, Talking, Writing, flag
from newsnlp.cli.session import Session
from newsnlp.errors import UsageError
from newsnlp.model import Doc

app = typer.Typer(add_completion=False)

_TABLE_LIMIT = 30


@app.command(
    epilog=examples(
        "newsnlp frequencies article.txt",
        "newsnlp frequencies --by ngram --ngram-size 3 article.txt",
        "newsnlp frequencies --merge news/ --jobs 0 --format csv --output lemmas.csv",
    )
)
@command
def frequencies(
    reading: Reading,
    writing: Writing,
    running: Running,
    talking: Talking,
    by: Annotated[Unit, typer.Option("--by", help="What is counted.")] = "lemma",
    ngram_size: Annotated[
        int, typer.Option(metavar="N", min=2, help="Words in an n-gram, with --by ngram.")
    ] = 2,
    stopwords: Annotated[
        str | None,
        typer.Option(
            metavar="none|default|FILE",
            help="Words to leave out: none, function words and light verbs (default; --by pos "
            "counts all), or function words and the lemmas of a FILE.",
            show_default=False,
        ),
    ] = None,
    merge: Annotated[bool, flag("--merge", help="One list for all documents together.")] = False,
) -> None:
    """Count the lemmas of a text, or its forms, roots, parts of speech or n-grams.

    A table shows the 30 commonest unless --limit says otherwise; other formats hold all.
    """
    from newsnlp.analysis.merging import MERGED

    # The shares of the parts of speech are those of the whole text.
    left_out = _stop_words(stopwords or ("none" if by == "pos" else "default"))

    def count(docs: Iterable[Doc], source: str) -> Iterator[Row]:
        counter = Frequencies(by, size=ngram_size, stop_words=left_out)
        for doc in docs:
            counter.add(doc)
        return counter.rows(source)

    def rows(doc: Doc) -> Iterator[Row]:
        return count([doc], doc.source)

    session = Session(talking, writing)
    bare = by == "form" and left_out is None  # forms are there before morphology is
    docs = session.documents(reading, running, stages=("tokens",) if bare else ("morphology",))
    counted = [(MERGED, count(docs, MERGED))] if merge else session.each(docs, rows)
    session.write(FREQUENCY_BY[by], counted, table_limit=_TABLE_LIMIT)


def _stop_words(choice: str) -> frozenset[str] | None:
    from newsnlp.analysis.stopwords import parse_stop_words, stop_words

    if choice == "none":
        return None
    if choice == "default":
        return stop_words()
    try:
        return parse_stop_words(Path(choice).read_text(encoding="utf-8-sig").splitlines())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise UsageError(
            f"--stopwords {choice}: {reason}",
            remedy="none, default, or a UTF-8 file with a lemma a line",
        ) from error
