"""The morphology stage of the bundled engine."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from newsnlp.arabic import normalize, strip_diacritics, western_digits
from newsnlp.model import Analysis, Doc, Token
from newsnlp.morphology.cases import Wanted, in_variant, wanted
from newsnlp.morphology.context import SCALE, Candidate, Transitions, best_path, shares
from newsnlp.morphology.lexicon import Lexicon
from newsnlp.morphology.readings import Reading, agreeing

__all__ = ["Morphology", "rule_analysis"]

_RULES = {
    "number": ("digit", "NUM"),
    "punct": ("punc", "PUNCT"),
    "emoji": ("punc", "SYM"),
    "other": ("punc", "SYM"),
    "hashtag": ("noun_prop", "PROPN"),
}
_FOREIGN = ("foreign", "X")

# Analysed forms kept in memory, about 4 kB each; news of a million words has some 80,000.
_FORMS_KEPT = 60_000


def rule_analysis(token: Token) -> Analysis | None:
    """The analysis of a token that is no Arabic word; None where it is one.

    Digits and punctuation are their own lemma; digits are lemmatised to western ones, so that
    ٢٠١٥ and 2015 count together.
    """
    if token.kind == "word":
        return None
    pos, upos = _RULES.get(token.kind, _FOREIGN)
    lemma = western_digits(token.text) if token.kind == "number" else token.text
    return Analysis(lemma, lemma, pos, upos, stem=token.text, diac=token.text, origin="rule")


class _Word:
    """What the lattice needs of a form, worked out once.

    Of candidates with the same tag only the cheapest can be on the best path: ``contenders`` are
    those, ``places`` where they stand among all.
    """

    __slots__ = ("_chosen", "candidates", "contenders", "places", "readings")

    def __init__(self, readings: Sequence[Reading], candidates: Sequence[Candidate]) -> None:
        self.readings = readings
        self.candidates = candidates
        cheapest: dict[tuple[int, bool], int] = {}
        for at, (cost, tag, joined) in enumerate(candidates):
            best = cheapest.setdefault((tag, joined), at)
            if cost < candidates[best][0]:
                cheapest[tag, joined] = at
        self.places = tuple(sorted(cheapest.values()))
        self.contenders = tuple(candidates[at] for at in self.places)
        self._chosen: dict[tuple[int, Wanted], Analysis] = {}

    def analysis(self, at: int, asked: Wanted) -> Analysis:
        """The analysis of one reading in the variant asked for, the same object every time."""
        found = self._chosen.get((at, asked))
        if found is None:
            found = self._chosen[at, asked] = in_variant(self.readings[at], asked)
        return found


class Morphology:
    """Gives every token of a document its analysis; holds the open lexicon and the context model."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon or Lexicon()
        tags, matrix = self.lexicon.solutions.context()
        self._transitions = Transitions.load(tags, zlib.decompress(matrix))
        self._word = lru_cache(maxsize=_FORMS_KEPT)(self._read)

    def __call__(self, doc: Doc) -> Doc:
        tokens: list[Token] = []
        for _, members in doc.tokens_by_sentence():
            tokens += self.sentence(members)
        return replace(doc, tokens=tuple(tokens))

    def sentence(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens of one sentence with the analyses that fit together best."""
        words = [self._word(token.text, token.kind) for token in tokens]
        route = best_path([word.contenders for word in words], self._transitions)
        path = [word.places[at] for word, at in zip(words, route, strict=True)]
        scores = shares([word.candidates for word in words], path, self._transitions)
        asked = wanted([word.readings[at] for word, at in zip(words, path, strict=True)])
        return [
            Token(token.text, token.start, token.end, token.kind, word.analysis(at, wants), score)
            for token, word, at, wants, score in zip(
                tokens, words, path, asked, scores, strict=True
            )
        ]

    def _read(self, text: str, kind: str) -> _Word:
        fixed = rule_analysis(Token(text, 0, len(text), kind))
        number = self._transitions.number
        if fixed is not None:
            tag = f"{fixed.pos}:"
            return _Word((Reading(fixed, (), tag, True),), ((0, number(tag), False),))
        form = normalize(text)
        marked = strip_diacritics(text) != text
        packed = None if marked else self.lexicon.solutions.packed(form)
        if packed:
            return _Word(
                packed,
                tuple(
                    (round(-logprob * SCALE), number(tag), joined)
                    for logprob, tag, joined in packed.offers
                ),
            )
        scored = self.lexicon.readings(form)
        if marked:
            scored = agreeing(text, scored)
        candidates = tuple(
            (round(-logprob * SCALE), number(reading.tag), reading.joined)
            for reading, logprob in scored
        )
        return _Word(tuple(reading for reading, _ in scored), candidates)
