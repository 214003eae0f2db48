"""Puts the stages in order: one article in, one `Doc` out, alone or in a stream.

tokens -> morphology -> entities
tokens -> dates
"""

from __future__ import annotations

import os
import pickle
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

from newsnlp.errors import NewsnlpError, ResourceError, UsageError
from newsnlp.model import Analysis, Article, Doc, Token

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["ENGINES", "STAGES", "Engine", "Pipeline", "Stage"]

Engine = Literal["bundled", "camel-mle", "camel-bert"]
Stage = Literal["tokens", "morphology", "entities", "dates"]
OnError = Callable[[Article, Exception], None]

ENGINES: tuple[Engine, ...] = get_args(Engine)
STAGES: tuple[Stage, ...] = get_args(Stage)

_NEEDS: dict[Stage, tuple[Stage, ...]] = {
    "tokens": (),
    "morphology": ("tokens",),
    "entities": ("tokens", "morphology"),
    "dates": ("tokens",),
}
# A chunk is what goes to a worker and back at once: enough that the transfer does not count, little
# enough that a few of them for each worker are nothing in memory.
_CHUNK_ARTICLES = 32
_CHUNK_CHARACTERS = 50_000
_CHUNKS_AHEAD = 2

_Annotator = Callable[[Doc], Doc]


class Pipeline:
    """Articles in, annotated `Doc`s out; each model is opened when the first document needs it."""

    def __init__(
        self,
        *,
        engine: Engine = "bundled",
        stages: Sequence[Stage] = STAGES,
        pretokenized: bool = False,
    ) -> None:
        if engine not in ENGINES:
            raise UsageError(f"unknown engine {engine!r}", remedy=f"one of: {', '.join(ENGINES)}")
        for stage in stages:
            if stage not in STAGES:
                raise UsageError(f"unknown stage {stage!r}", remedy=f"one of: {', '.join(STAGES)}")
        wanted = {needed for stage in stages for needed in (*_NEEDS[stage], stage)}
        self.engine = engine
        self.stages = tuple(stage for stage in STAGES if stage in wanted)
        self.pretokenized = pretokenized

    def __call__(self, text: str | Article) -> Doc:
        """The document with a layer for every stage; a plain string gets the source ``text``.

        Raises:
            ResourceError: a model is missing or damaged.
        """
        from newsnlp.text import annotate

        article = Article("text", text) if isinstance(text, str) else text
        doc = annotate(article, pretokenized=self.pretokenized)
        for annotator in self._annotators:
            doc = annotator(doc)
        return doc

    def stream(
        self, articles: Iterable[Article], *, jobs: int = 1, on_error: OnError | None = None
    ) -> Iterator[Doc]:
        """The documents, in the order of their articles, which are read as they are needed.

        ``jobs`` is the number of worker processes: 1 works in this one, 0 takes every core. Workers
        are spawned, so a script that asks for them keeps its own work under
        ``if __name__ == "__main__":``. Whatever the number, only a few chunks of articles are held
        at a time, and the documents are the same.

        ``on_error`` is called with an article that a stage failed on, and the next one follows;
        without it the failure is raised.

        Raises:
            UsageError: ``jobs`` is negative.
            ResourceError: a model is missing or damaged.
        """
        if jobs < 0:
            raise UsageError(f"{jobs} jobs are not possible", remedy="0 takes every core")
        jobs = jobs or _cores()
        outcomes = self._here(articles) if jobs == 1 else self._in_workers(articles, jobs)
        for article, outcome in outcomes:
            if isinstance(outcome, Doc):
                yield outcome
            # What is wrong with a model or the call is wrong for all articles.
            elif on_error is None or isinstance(outcome, ResourceError | UsageError):
                raise outcome
            else:
                on_error(article, outcome)

    def _here(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Doc | Exception]]:
        for article in articles:
            yield article, self.outcome(article)

    def outcome(self, article: Article) -> Doc | Exception:
        """The document, or what kept it from being made."""
        try:
            return self(article)
        except Exception as error:
            return error

    def _in_workers(
        self, articles: Iterable[Article], jobs: int
    ) -> Iterator[tuple[Article, Doc | Exception]]:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        pool = ProcessPoolExecutor(
            jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_start_worker,
            initargs=(
                Pipeline(engine=self.engine, stages=self.stages, pretokenized=self.pretokenized),
            ),
        )
        waiting: deque[tuple[list[Article], Future[list[Doc | Exception]]]] = deque()
        try:
            for chunk in _chunks(articles):
                waiting.append((chunk, pool.submit(_work, chunk)))
                if len(waiting) > jobs * _CHUNKS_AHEAD:
                    yield from _collect(*waiting.popleft())
            while waiting:
                yield from _collect(*waiting.popleft())
        except BrokenProcessPool as error:
            raise NewsnlpError(
                "a worker process ended early; it may have run out of memory",
                remedy="use fewer --jobs",
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)

    @cached_property
    def _annotators(self) -> tuple[_Annotator, ...]:
        return tuple(self._open(stage) for stage in self.stages if stage != "tokens")

    def _open(self, stage: Stage) -> _Annotator:
        try:
            match stage:
                case "morphology":
                    return _open_morphology(self.engine)
                case "entities":
                    return _open_entities(self.engine)
                case _:
                    return _open_dates()
        except ImportError as error:
            raise ResourceError(
                f"the stage {stage} cannot be opened: {error}",
                remedy="reinstall newsnlp; newsnlp doctor shows what else is missing",
            ) from error


def _open_morphology(engine: Engine) -> _Annotator:
    if engine == "bundled":
        from newsnlp.morphology import Morphology

        return Morphology()
    from newsnlp.morphology.camel_stage import CamelStage
    from newsnlp.morphology.engines import disambiguator

    return CamelStage(disambiguator(engine))


def _open_entities(engine: Engine) -> _Annotator:
    from newsnlp.entities import Entities

    if engine != "camel-bert":
        return Entities()
    from newsnlp.entities.camel_ner import CamelRecognizer

    return Entities(recognize=CamelRecognizer())


def _open_dates() -> _Annotator:
    from newsnlp.entities.dates import annotate_dates

    return annotate_dates


def _cores() -> int:
    """The processors this process may use, which can be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    chunk: list[Article] = []
    characters = 0
    for article in articles:
        chunk.append(article)
        characters += len(article.text)
        if len(chunk) == _CHUNK_ARTICLES or characters >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _collect(
    chunk: list[Article], future: Future[list[Doc | Exception]]
) -> Iterator[tuple[Article, Doc | Exception]]:
    return zip(chunk, future.result(), strict=True)


_worker: Pipeline
"""The pipeline of a worker process, kept from chunk to chunk."""


def _start_worker(pipeline: Pipeline) -> None:
    import copyreg
    import signal

    global _worker
    _worker = pipeline
    # Ctrl-C reaches every process of the terminal; the first one alone ends the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Tokens are most of what goes back; so they pickle in a third of the time dataclasses take.
    copyreg.pickle(Token, _reduce)
    copyreg.pickle(Analysis, _reduce)


def _reduce(record: Token | Analysis) -> tuple[type, tuple[object, ...]]:
    return type(record), tuple(getattr(record, name) for name in type(record).__slots__)


def _work(chunk: list[Article]) -> list[Doc | Exception]:
    return [_portable(_worker.outcome(article)) for article in chunk]


def _portable(outcome: Doc | Exception) -> Doc | Exception:
    """The outcome as it can leave its process: an exception leaves its traceback, but as a note."""
    if isinstance(outcome, Doc):
        return outcome
    outcome.add_note("".join(traceback.format_exception(outcome)))
    try:
        pickle.loads(pickle.dumps(outcome))
    except Exception:  # an exception of any library, which may hold anything
        stand_in = RuntimeError(f"{type(outcome).__name__}: {outcome}")
        stand_in.add_note("\n".join(outcome.__notes__))
        return stand_in
    return outcome
