"""What every command over texts does: read them, run the pipeline, write rows, end with a status.

One text that fails is told on standard error and the others go on; only then is the status 1.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import typer

from newsnlp.analysis.schema import RecordKind, Row
from newsnlp.cli.command import fail
from newsnlp.cli.console import Console, is_terminal
from newsnlp.cli.options import Reading, Running, Talking, Writing
from newsnlp.cli.output import write
from newsnlp.errors import InputError, UsageError
from newsnlp.model import Article, Doc
from newsnlp.pipeline import Pipeline, Stage
from newsnlp.readers import read

__all__ = ["Session"]


@dataclass(slots=True)
class Session:
    """One run of a command; ``failed`` says that an input could not be done."""

    talking: Talking
    writing: Writing
    failed: bool = False

    @property
    def console(self) -> Console:
        return self.talking.console

    def documents(
        self,
        reading: Reading,
        running: Running,
        *,
        stages: Sequence[Stage],
        date: date | None = None,
    ) -> Iterator[Doc]:
        """The texts with the layers asked for; ``date`` is for those that carry none.

        Raises:
            UsageError: nothing is named, and nothing comes in.
        """
        paths = _paths(reading)
        pipeline = Pipeline(engine=running.engine, stages=stages, pretokenized=reading.pretokenized)
        articles = read(
            paths, options=reading.options, on_error=self._unread, on_warning=self._warned
        )
        if date:
            articles = _dated(articles, date)
        docs = pipeline.stream(articles, jobs=running.jobs, on_error=self._undone)
        # A bar would be torn by a table that goes to the same screen.
        shared = self.writing.output is None and is_terminal(sys.stdout)
        return self.console.track(docs, label="Reading", shared=shared)

    def each(
        self, docs: Iterable[Doc], rows_of: Callable[[Doc], Iterable[Row]]
    ) -> Iterator[tuple[str, list[Row]]]:
        """Every document's source and rows."""
        for doc in docs:
            try:
                rows = list(rows_of(doc))
            except Exception as error:  # one text must not keep the others from being done
                self._undone(doc.article, error)
            else:
                yield doc.source, rows

    def write(
        self,
        kind: RecordKind,
        documents: Iterable[tuple[str, Iterable[Row]]],
        *,
        table_limit: int | None = None,
    ) -> None:
        """Write all, then leave with the status that the inputs have earned."""
        options = self.writing.options(color=self.talking.color, table_limit=table_limit)
        write(kind, documents, options=options)
        if self.failed:
            raise typer.Exit(1)

    def _unread(self, error: InputError) -> None:
        self.failed = True
        self.console.error(error)

    def _undone(self, article: Article, error: Exception) -> None:
        self.failed = True
        fail(error, self.console, source=article.source)

    def _warned(self, source: str, message: str) -> None:
        self.console.warn(f"{source}: {message}")


def _paths(reading: Reading) -> list[str]:
    if reading.paths:
        return reading.paths
    if sys.stdin is not None and is_terminal(sys.stdin):
        raise UsageError(
            "nothing to read: no PATH is named and nothing is piped in",
            remedy="name files or directories, pipe a text in, or type one after a PATH of -",
        )
    return ["-"]


def _dated(articles: Iterable[Article], day: date) -> Iterator[Article]:
    for article in articles:
        yield article if article.date else replace(article, date=day)
