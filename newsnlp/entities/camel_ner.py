"""Names by CAMeL Tools' published recogniser, ``ner-arabert``, where the user has installed it.

CAMeL's own code drops a word whose word pieces are all empty, so that every later label of the
sentence slides by one, cuts nothing but pads every sentence to 256 pieces, and reads a long one in
parts that do not see each other. Here the model is the same and the reading is ours (`WordTagger`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsnlp.arabic import strip_diacritics
from newsnlp.entities.words import Word
from newsnlp.morphology.packages import install_command, path

if TYPE_CHECKING:
    from newsnlp.morphology.camel.tagger import Tag

__all__ = ["CamelRecognizer"]

_PACKAGE = "camel-ner"


class CamelRecognizer:
    """Labels words ``B-PER``, ``I-PER``, ... ``O``, with the types PER, LOC, ORG and MISC.

    Raises:
        ResourceError: the model, or torch, is missing or damaged; the remedy is the command.
    """

    def __init__(self) -> None:
        from newsnlp.morphology.camel.tagger import WordTagger

        self._tagger = WordTagger(path(_PACKAGE), remedy=install_command(_PACKAGE))

    def __call__(self, sentences: Sequence[Sequence[Word]]) -> list[list[tuple[str, float]]]:
        """One (label, probability) a word, in place of the bundled tagger in `Entities`."""
        # the model learnt from words without vowels; a lone mark stays what it is
        plain = [
            [strip_diacritics(word.token.text) or word.token.text for word in words]
            for words in sentences
        ]
        return self.label(plain)

    def label(self, sentences: Sequence[Sequence[str]]) -> list[list[tuple[str, float]]]:
        """The same for plain words: each has its own label, in order, whatever it is."""
        return [
            [("O", 1.0) if tag is None else (_label(tag), tag.probability) for tag in tags]
            for tags in self._tagger.tag(sentences)
        ]


def _label(tag: Tag) -> str:
    return tag.label.replace("PERS", "PER")  # the model says PERS, as ANERcorp does
