"""Key phrases: noun phrases that a text keeps coming back to.

The candidates are nouns with the nouns and adjectives that follow them (الاتفاق النووي, مجلس الأمن
القومي), the part-of-speech filter of Justeson and Katz (1995), "Technical terminology", turned to
the order of Arabic. Their measure is frequency; length is rewarded, as in the C-value of Frantzi,
Ananiadou and Mima (2000), because a longer term that is repeated is rarely an accident.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsnlp.analysis.rows import analysis_of
from newsnlp.analysis.stopwords import is_content
from newsnlp.model import Analysis, Doc, Token

__all__ = ["Phrase", "key_phrases"]

_LONGEST = 4
_HEADS = frozenset(["noun", "noun_prop"])
_ADJECTIVES = frozenset(["adj", "adj_comp"])
_ARTICLE = "ال"

_Lemmas = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in its commonest wording, without clitics before it; ``score`` is count x words."""

    text: str
    lemmas: tuple[str, ...]
    count: int

    @property
    def score(self) -> float:
        return float(self.count * len(self.lemmas))


@dataclass(slots=True)
class _Candidates:
    counts: Counter[_Lemmas] = field(default_factory=Counter)
    wordings: dict[_Lemmas, Counter[str]] = field(default_factory=dict)

    def add(self, tokens: Sequence[Token]) -> None:
        lemmas = tuple(analysis_of(token).lemma for token in tokens)
        self.counts[lemmas] += 1
        self.wordings.setdefault(lemmas, Counter())[_wording(tokens)] += 1


def key_phrases(doc: Doc, *, least: int = 2) -> tuple[Phrase, ...]:
    """The phrases of two to four words that occur at least ``least`` times, best first.

    A phrase that occurs only inside a longer one is left out.
    """
    found = _Candidates()
    for _, tokens in doc.tokens_by_sentence():
        for run in _runs(tokens):
            for phrase in _phrases(run):
                found.add(phrase)
    kept = {lemmas: count for lemmas, count in found.counts.items() if count >= least}
    phrases = [
        Phrase(found.wordings[lemmas].most_common(1)[0][0], lemmas, count)
        for lemmas, count in kept.items()
        if not any(_is_part(lemmas, other) and count <= kept[other] for other in kept)
    ]
    return tuple(sorted(phrases, key=_rank))


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The longest stretches of a head and what follows it with nothing in between."""
    run: list[Token] = []
    for token in tokens:
        if run and _follows(analysis_of(run[-1]), analysis_of(token)):
            run.append(token)
            continue
        if run:
            yield run
        run = [token] if _heads(token) else []
    if run:
        yield run


def _phrases(run: Sequence[Token]) -> Iterator[Sequence[Token]]:
    for start, head in enumerate(run):
        if _heads(head):
            for stop in range(start + 2, min(start + _LONGEST, len(run)) + 1):
                yield run[start:stop]


def _heads(token: Token) -> bool:
    analysis = analysis_of(token)
    return analysis.pos in _HEADS and is_content(analysis)


def _follows(before: Analysis, word: Analysis) -> bool:
    """Whether a word continues the phrase that ends before it.

    A conjunction or preposition on it would begin another. A noun depends only on a noun that is
    free to be in the construct: one without article and pronoun. An adjective without article does
    not describe a noun with one, but says something of it (Ryding 2005, chapters 8 and 10).
    """
    if any(clitic != _ARTICLE for clitic in word.proclitics) or not is_content(word):
        return False
    definite = _ARTICLE in before.proclitics
    if word.pos in _HEADS:
        return before.pos == "noun" and not definite and not before.enclitics
    return word.pos in _ADJECTIVES and (not definite or _ARTICLE in word.proclitics)


def _wording(tokens: Sequence[Token]) -> str:
    """The words as the text has them; what is written onto the first but the article goes."""
    first, *others = tokens
    analysis = analysis_of(first)
    article = _ARTICLE if _ARTICLE in analysis.proclitics else ""
    head = article + analysis.stem + "".join(analysis.enclitics) if analysis.stem else first.text
    return " ".join([head, *(token.text for token in others)])


def _is_part(part: _Lemmas, whole: _Lemmas) -> bool:
    size = len(part)
    return size < len(whole) and any(
        whole[start : start + size] == part for start in range(len(whole) - size + 1)
    )


def _rank(phrase: Phrase) -> tuple[float, int, str]:
    return -phrase.score, -len(phrase.lemmas), phrase.text
