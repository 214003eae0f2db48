"""What a document says of a word elsewhere decides where one sentence leaves it open.

An article introduces a name in full, with its title, and then goes on with the bare surname, of
which a tagger that sees one sentence at a time is unsure. So the chances of a word's labels are
drawn towards their mean over the word's other occurrences nearby; the labels of the sentence are
then chosen anew. After the non-local features of Ratinov and Roth (CoNLL 2009), as an average.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from newsnlp.entities.words import Word

__all__ = ["LABELS", "SURELY_NONE", "Chances", "best_labels", "drawn_together"]

TYPES = ("PER", "LOC", "ORG", "MISC")
LABELS = ("O", *(f"{prefix}-{kind}" for kind in TYPES for prefix in "BI"))

Chances = Sequence[float]
"""The probability of each of `LABELS`, in order."""

SURELY_NONE: Chances = (1.0,) + (0.0,) * (len(LABELS) - 1)

# Found on the development sets. A surname is a person's throughout; a word that is often part of a
# place or an organisation (الجديدة, الاتحاد) also stands in other company, so it is drawn less.
_PULL = (0.8, 0.5, 0.5, 0.5)
_NEARBY = 60  # sentences before and after: longer than most articles
_NAMELIKE = 0.3  # a word that nowhere reaches this chance of being a name is left alone
_SHORTEST = 3  # letters; shorter words are mostly particles and initials
_FLOOR = 1e-6


def drawn_together(
    sentences: Sequence[Sequence[Word]], chances: Sequence[Sequence[Chances]]
) -> dict[int, list[Chances]]:
    """New chances for the sentences in which a word is more of a name elsewhere, by their number.

    A word is only ever drawn towards being a name: that a word is no name elsewhere says little
    (الأهرام is a newspaper and the pyramids).
    """
    changed: dict[int, list[Chances]] = {}
    for places in _namelike(sentences, chances):
        numbers = [number for number, _ in places]
        shares = [_by_type(chances[number][at]) for number, at in places]
        sums = [[0.0, *accumulate(column)] for column in zip(*shares, strict=True)]
        for (number, at), own in zip(places, shares, strict=True):
            first = bisect_left(numbers, number - _NEARBY)
            last = bisect_right(numbers, number + _NEARBY)
            others = last - first - 1
            if not others:
                continue
            mean = [
                max(0.0, (total[last] - total[first] - share) / others)
                for total, share in zip(sums, own, strict=True)
            ]
            if sum(mean) <= sum(own):
                continue
            pull = _PULL[mean.index(max(mean))] * others / (others + 1)
            new = changed.setdefault(number, list(chances[number]))
            new[at] = _drawn(new[at], own, mean, pull)
    return changed


def _namelike(
    sentences: Sequence[Sequence[Word]], chances: Sequence[Sequence[Chances]]
) -> Iterator[list[tuple[int, int]]]:
    """The places (sentence, word) of each word that occurs again and is somewhere likely a name."""
    bases = {
        word.base
        for words, all_chances in zip(sentences, chances, strict=True)
        for word, its in zip(words, all_chances, strict=True)
        if its is not SURELY_NONE
        and len(word.base) >= _SHORTEST
        and word.token.kind in ("word", "latin")
        and max(_by_type(its)) >= _NAMELIKE
    }
    places: dict[str, list[tuple[int, int]]] = {}
    for number, words in enumerate(sentences):
        for at, word in enumerate(words):
            if word.base in bases:
                places.setdefault(word.base, []).append((number, at))
    return (found for found in places.values() if len(found) > 1)


def _by_type(chances: Chances) -> list[float]:
    return [chances[at] + chances[at + 1] for at in range(1, len(LABELS), 2)]


def _drawn(chances: Chances, own: Sequence[float], mean: Sequence[float], pull: float) -> Chances:
    """The chances of one word drawn to the mean by type; first or later word stays as it was."""
    shares = [(1 - pull) * mine + pull * theirs for mine, theirs in zip(own, mean, strict=True)]
    out = [max(0.0, 1 - sum(shares))]
    for kind, share in enumerate(shares):
        # With no opinion of its own, a word begins a name: most surnames stand alone.
        begins = chances[1 + 2 * kind] / own[kind] if own[kind] > 0.02 else 0.9
        out += (share * begins, share * (1 - begins))
    return out


def best_labels(chances: Sequence[Chances]) -> list[str]:
    """The likeliest labels of a sentence in which every I- goes on a name of its type (Viterbi).

    >>> best_labels([(0.1, 0.9, 0, 0, 0, 0, 0, 0, 0), (0.4, 0.2, 0.4, 0, 0, 0, 0, 0, 0)])
    ['B-PER', 'I-PER']
    """
    if not chances:
        return []
    scores = [0.0] + [-math.inf] * (len(LABELS) - 1)
    steps: list[list[int]] = []
    for its in chances:
        best = max(range(len(LABELS)), key=scores.__getitem__)
        came = [
            (label if scores[label] > scores[label - 1] else label - 1)
            if label and label % 2 == 0
            else best
            for label in range(len(LABELS))
        ]
        scores = [
            scores[before] + math.log(chance + _FLOOR)
            for before, chance in zip(came, its, strict=True)
        ]
        steps.append(came)
    label = max(range(len(LABELS)), key=scores.__getitem__)
    path = []
    for came in reversed(steps):
        path.append(LABELS[label])
        label = came[label]
    return path[::-1]
