"""Arabic news, read by machine: lemmas, named entities, dates and frequencies, offline.

    >>> import newsnlp
    >>> nlp = newsnlp.load(stages=("tokens",))
    >>> [token.text for token in nlp("زار الرئيس بيروت أمس.").tokens]
    ['زار', 'الرئيس', 'بيروت', 'أمس', '.']

`load` gives a pipeline, the pipeline turns texts into `Doc`s, and `tables` turns those into data
frames. Importing this package loads nothing heavy; a model is opened when it is first used.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsnlp import errors, tables
    from newsnlp.model import Article, Doc, Entity, Mention, Sentence, Token
    from newsnlp.pipeline import Engine, Pipeline, Stage

__all__ = [
    "Article",
    "Doc",
    "Entity",
    "Mention",
    "Sentence",
    "Token",
    "__version__",
    "errors",
    "load",
    "tables",
]

__version__ = "0.1.0"


def load(
    engine: Engine = "bundled",
    *,
    stages: Sequence[Stage] | None = None,
    pretokenized: bool = False,
) -> Pipeline:
    """A pipeline: call it with a text or an `Article`, or stream many articles through it.

    ``engine`` is ``bundled``, ``camel-mle`` or ``camel-bert``. ``stages`` names what is wanted of
    ``tokens morphology entities dates``, and whatever a stage builds on is added; all four where it
    is not given. ``pretokenized`` says that each line is a sentence, its tokens parted by blanks.

    Models are opened when the first document needs them.

    Raises:
        UsageError: there is no such engine or stage.
    """
    from newsnlp.pipeline import STAGES, Pipeline

    return Pipeline(
        engine=engine, stages=STAGES if stages is None else stages, pretokenized=pretokenized
    )


def __getattr__(name: str) -> Any:
    # Everything public but `load` is looked up here once: `newsnlp --version` needs none of it.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    if name in ("errors", "tables"):
        return import_module(f"{__name__}.{name}")
    globals()[name] = getattr(import_module(f"{__name__}.model"), name)
    return globals()[name]
