"""Tokens as the recogniser sees them: without the proclitics that are no part of a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsnlp.arabic import fold
from newsnlp.model import Token

__all__ = ["Word", "letters_end", "words_of"]


@dataclass(frozen=True, slots=True)
class Word:
    """A token for the recogniser.

    ``base`` is its folded text without conjunctions and prepositions, the article kept; ``cut`` how
    many characters of the token's text were proclitics (of لل both letters: the article's alef is
    not written); ``clitics`` what was cut.
    """

    token: Token
    base: str
    cut: int
    clitics: str


def words_of(tokens: Sequence[Token]) -> list[Word]:
    """The words of one sentence, in order."""
    return [_word(token) for token in tokens]


def _word(token: Token) -> Word:
    folded = fold(token.text)
    analysis = token.analysis
    if token.kind != "word" or analysis is None or not analysis.proclitics:
        return Word(token, folded, 0, "")
    article = "ال" in analysis.proclitics
    cut = "".join(c for c in analysis.proclitics if c != "ال")
    if not cut or not folded.startswith(fold(cut)) or len(folded) <= len(cut):
        return Word(token, folded, 0, "")
    rest = folded[len(cut) :]
    if article and not rest.startswith("ال"):
        # لل: the second lam stands for the article
        return Word(token, "ا" + rest, letters_end(token.text, len(cut) + 1), cut)
    return Word(token, rest, letters_end(token.text, len(cut)), cut)


def letters_end(text: str, count: int) -> int:
    """How many characters of the text its first letters take up, marks and tatweel included."""
    at = seen = 0
    while at < len(text) and (seen < count or not fold(text[at])):
        seen += bool(fold(text[at]))
        at += 1
    return at
