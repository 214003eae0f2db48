"""Labels the tokens of a document with entity types, by a conditional random field."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newsnlp import resources
from newsnlp.entities.clusters import Clusters
from newsnlp.entities.consistency import (
    LABELS,
    SURELY_NONE,
    Chances,
    best_labels,
    drawn_together,
)
from newsnlp.entities.features import sentence_features
from newsnlp.entities.gazetteer import Gazetteer
from newsnlp.entities.words import Word, words_of
from newsnlp.errors import ResourceError
from newsnlp.model import Token

if TYPE_CHECKING:
    from newsnlp.morphology import Morphology

__all__ = ["FeatureMaker", "Tagger"]

_SURE = 0.97  # a chance of being no name above which the other labels are not worth asking for


class FeatureMaker:
    """Features of sentences, from the bundled gazetteer and word classes."""

    def __init__(self) -> None:
        self.gazetteer = Gazetteer(resources.model_path("gazetteer.marisa"))
        self.clusters = Clusters(resources.model_path("clusters.marisa"))

    def features(self, tokens: Sequence[Token]) -> list[list[str]]:
        return self.of_words(words_of(tokens))

    def of_words(self, words: Sequence[Word]) -> list[list[str]]:
        return sentence_features(words, self.gazetteer, self.clusters)

    @cached_property
    def morphology(self) -> Morphology:
        """The morphology stage, which training runs before it makes features."""
        from newsnlp.morphology import Morphology

        return Morphology()


class Tagger:
    """The trained model.

    Raises:
        ResourceError: the model file is missing or damaged.
    """

    def __init__(self, maker: FeatureMaker) -> None:
        import pycrfsuite

        path = resources.model_path("entities.crfsuite")
        self._maker = maker
        self._tagger = pycrfsuite.Tagger()
        try:
            self._tagger.open(str(path))
        except ValueError as error:
            raise ResourceError(
                f"the entity model {path.name} is damaged: {error}",
                remedy="reinstall newsnlp, or in a checkout run: python -m training.build",
            ) from error

    def __call__(self, sentences: Sequence[Sequence[Word]]) -> list[list[tuple[str, float]]]:
        """For each sentence of a document one (label, probability) a word.

        Labels are B- and I- with PER LOC ORG MISC, and O. A sentence is labelled by itself first;
        then words that are names elsewhere in the document are looked at again.
        """
        labelled, chances = [], []
        for words in sentences:
            labels = self._tagger.tag(self._maker.of_words(words)) if words else []
            its = [self._chances(label, at) for at, label in enumerate(labels)]
            chances.append(its)
            labelled.append(_with_probability(labels, its))
        for number, its in drawn_together(sentences, chances).items():
            labelled[number] = _with_probability(best_labels(its), its)
        return labelled

    def label(self, words: Sequence[Word]) -> list[tuple[str, float]]:
        """One (label, probability) per word of a sentence that stands alone."""
        return self([words])[0]

    def _chances(self, label: str, at: int) -> Chances:
        """The chances of each label for a word of the sentence labelled last."""
        marginal = self._tagger.marginal
        if label == "O" and marginal("O", at) > _SURE:
            return SURELY_NONE
        return [marginal(label, at) for label in LABELS]


def _with_probability(labels: Sequence[str], chances: Sequence[Chances]) -> list[tuple[str, float]]:
    return [(label, its[LABELS.index(label)]) for label, its in zip(labels, chances, strict=True)]
