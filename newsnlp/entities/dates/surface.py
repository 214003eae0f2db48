"""Tokens as the rules read them: folded, and without the proclitics before words they know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from newsnlp.arabic import fold, western_digits
from newsnlp.entities.words import letters_end
from newsnlp.model import Token

__all__ = ["END", "Line", "Reader", "Word", "words"]

# Longest first, so that ول is tried before و. The article after ل loses its alef: للعام.
_PREFIXES = (
    *("ولل", "فلل", "كال", "وبال", "فبال", "وكال"),
    *("لل", "ول", "وب", "وك", "فل", "فب", "فك", "و", "ف", "ب", "ل", "ك"),
)
_LETTERS = tuple("وفبلك")
_REMEMBERED = 1 << 16


@dataclass(frozen=True, slots=True)
class Word:
    """A token for the rules.

    ``form`` is its folded text without the proclitics, digits as 0 to 9, the article kept; ``full``
    the same with them; ``prefix`` the proclitics; ``cut`` how many characters of the token's text
    they take up (of لل both letters).
    """

    form: str
    full: str
    prefix: str = ""
    cut: int = 0
    kind: str = "word"


END = Word("", "", kind="end")


class Line:
    """The words of a sentence; `at` gives `END` outside of it, so no rule needs to count."""

    __slots__ = ("tokens", "words")

    def __init__(self, words: list[Word], tokens: Sequence[Token]) -> None:
        self.words = words
        self.tokens = tokens

    def __len__(self) -> int:
        return len(self.words)

    def at(self, index: int) -> Word:
        """The word at ``index``, or `END` where there is none."""
        return self.words[index] if 0 <= index < len(self.words) else END

    def form(self, index: int) -> str:
        """The form of the word at ``index`` where it has no proclitics, else nothing."""
        word = self.at(index)
        return "" if word.prefix else word.form

    def is_glued(self, index: int) -> bool:
        """Whether nothing parts the word at ``index`` from the one before it."""
        if not 0 < index < len(self.words):
            return False
        return self.tokens[index - 1].end == self.tokens[index].start

    def numerals(self, index: int) -> list[str]:
        """The forms from ``index`` as `parse_number` reads them: a later word keeps its و."""
        rest = self.words[index + 1 : index + 16]
        return [self.at(index).form, *(word.full for word in rest)]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of words ``first`` to ``last - 1``, the first one's proclitics left out."""
        return self.tokens[first].start + self.words[first].cut, self.tokens[last - 1].end


class Reader:
    """Turns tokens into `Word`s; ``vocabulary`` says before which words proclitics are cut."""

    def __init__(self, vocabulary: Collection[str]) -> None:
        self._vocabulary = frozenset(vocabulary)
        self._known: dict[str, Word] = {}

    def line(self, tokens: Sequence[Token]) -> Line:
        return Line([self._word(token) for token in tokens], tokens)

    def _word(self, token: Token) -> Word:
        word = self._known.get(token.text)
        if word is None:
            word = self._read(token.text, token.kind)
            # News repeats its words; a hostile text must not fill memory.
            if len(self._known) < _REMEMBERED and len(token.text) < 30:
                self._known[token.text] = word
        return word

    def _read(self, text: str, kind: str) -> Word:
        if kind != "word":
            form = western_digits(fold(text)) or text
            return Word(form, form, kind=kind)
        full = fold(text)
        if full in self._vocabulary or not full.startswith(_LETTERS):
            return Word(full, full)
        for prefix in _PREFIXES:
            if not full.startswith(prefix):
                continue
            letters = prefix.removesuffix("ال")
            rest = full[len(letters) :]
            if letters.endswith("لل"):
                rest = "ا" + full[len(letters) - 1 :]
            if rest in self._vocabulary:
                return Word(rest, full, letters, letters_end(text, len(letters)))
        return Word(full, full)


def words(listed: str | Iterable[str]) -> frozenset[str]:
    """The words of a blank-parted list, folded."""
    return frozenset(map(fold, listed.split() if isinstance(listed, str) else listed))
