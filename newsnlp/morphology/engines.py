"""CAMeL Tools' published disambiguators, as engines: sentences in, one choice a word out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from newsnlp.arabic import strip_diacritics
from newsnlp.errors import ResourceError, UsageError
from newsnlp.model import Analysis
from newsnlp.morphology.camel import load_database, to_analysis
from newsnlp.morphology.packages import install_command, part_folder

if TYPE_CHECKING:
    from newsnlp.morphology.camel.tagger import Tag

__all__ = ["ENGINES", "CamelChoice", "Disambiguator", "disambiguator", "to_analysis"]

_DATABASE = "morphology-db-msa-r13"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class CamelChoice:
    """The analysis an engine chose for a word, and the share of probability it gives it, 0 to 1."""

    analysis: Analysis
    score: float


class Disambiguator(Protocol):
    """An engine. A word that it knows nothing of gets ``None``; each word gets its place."""

    def __call__(self, words: Sequence[str]) -> list[CamelChoice | None]:
        """The choices for the words of one sentence."""
        ...

    def sentences(self, sentences: Sequence[Sequence[str]]) -> list[list[CamelChoice | None]]:
        """The choices for many sentences; for BERT much faster than one by one."""
        ...


def disambiguator(engine: str) -> Disambiguator:
    """The engine ``camel-mle`` or ``camel-bert``, from the models the user has installed.

    Raises:
        UsageError: there is no engine of that name.
        ResourceError: its models, or torch, are missing or damaged; the remedy is the command.
    """
    if engine not in ENGINES:
        raise UsageError(f"no engine {engine!r}", remedy=f"one of: {', '.join(ENGINES)}")
    return ENGINES[engine]()


class _Mle:
    """Counts of words and lemmas; a word's neighbours play no part."""

    name = "camel-mle"

    def __init__(self) -> None:
        from newsnlp.morphology.camel.ranking import MleRanking

        model = part_folder("disambig-mle-calima-msa-r13", package=self.name)
        db = _database(self.name, "calima-msa-r13")
        self._ranking = _opened(self.name, model, lambda: MleRanking(db, model / "model.json"))

    def __call__(self, words: Sequence[str]) -> list[CamelChoice | None]:
        return [_choice(self._ranking.best(word)) for word in words]

    def sentences(self, sentences: Sequence[Sequence[str]]) -> list[list[CamelChoice | None]]:
        return [self(words) for words in sentences]


class _Bert:
    """The analysis that fits best what a BERT tagger says of the word in its sentence.

    The score is the tagger's probability for its tag.
    """

    name = "camel-bert"

    def __init__(self) -> None:
        from newsnlp.morphology.camel.ranking import BertRanking, model_config
        from newsnlp.morphology.camel.tagger import WordTagger

        model = part_folder("disambig-bert-unfactored-msa", package=self.name)
        db_name = _opened(self.name, model, lambda: model_config(model)["db_name"])
        db = _database(self.name, db_name)
        self._ranking = _opened(self.name, model, lambda: BertRanking(db, model))
        self._tagger = WordTagger(model, remedy=install_command(self.name))

    def __call__(self, words: Sequence[str]) -> list[CamelChoice | None]:
        return self.sentences([words])[0]

    def sentences(self, sentences: Sequence[Sequence[str]]) -> list[list[CamelChoice | None]]:
        # the tagger learnt from words without vowels; a lone mark stays what it is
        plain = [[strip_diacritics(word) or word for word in words] for words in sentences]
        return [
            [self._choose(word, tag) for word, tag in zip(words, tags, strict=True)]
            for words, tags in zip(sentences, self._tagger.tag(plain), strict=True)
        ]

    def _choose(self, word: str, tag: Tag | None) -> CamelChoice | None:
        if tag is None or not word.strip():
            return None
        return _choice((self._ranking.best(word, tag.label), tag.probability))


ENGINES: Mapping[str, Callable[[], Disambiguator]] = {"camel-mle": _Mle, "camel-bert": _Bert}
"""The engines beside the bundled one."""


def _choice(best: tuple[Mapping[str, Any], float] | None) -> CamelChoice | None:
    return None if best is None else CamelChoice(to_analysis(best[0]), best[1])


def _database(engine: str, name: str) -> Any:
    folder = part_folder(_DATABASE, package=engine).with_name(name)
    return load_database(folder / "morphology.db", remedy=install_command(engine))


def _opened(engine: str, folder: Path, opener: Callable[[], _T]) -> _T:
    """What ``opener`` returns; a file it cannot read is a damaged package."""
    try:
        return opener()
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise ResourceError(
            f"the model of {engine} in {folder} is damaged: {error}",
            remedy=install_command(engine),
        ) from error
