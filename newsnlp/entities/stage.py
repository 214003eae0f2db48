"""The entity stage: a Doc with analysed tokens in, mentions and entities out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from newsnlp.entities.groups import group_mentions
from newsnlp.entities.naming import entities_of, name_mentions
from newsnlp.entities.repair import part_joined_names
from newsnlp.entities.tagger import FeatureMaker, Tagger
from newsnlp.entities.words import Word, words_of
from newsnlp.model import Doc, Mention

__all__ = ["Entities"]


Labels = Sequence[tuple[str, float]]
Recognize = Callable[[Sequence[Sequence[Word]]], Iterable[Labels]]
"""The words of sentences in; for each sentence one (label, probability) a word out.

Labels are B- and I- with PER, LOC, ORG or MISC, and O.
"""


class Entities:
    """Finds names, groups, dates and amounts; holds the open gazetteer and the tagger."""

    def __init__(self, *, recognize: Recognize | None = None) -> None:
        """``recognize`` tells names from other words, in place of the bundled tagger."""
        self._maker = FeatureMaker()
        self._recognize = recognize or Tagger(self._maker)

    def __call__(self, doc: Doc) -> Doc:
        from newsnlp.entities.amounts import amount_mentions
        from newsnlp.entities.dates import date_mentions

        # What the rules find is surer than the tagger's word: dates and amounts come first.
        fixed = _by_sentence([*date_mentions(doc), *amount_mentions(doc)])
        found = [(mention, "") for mentions in fixed.values() for mention in mentions]
        sentences = [(s.index, words_of(tokens)) for s, tokens in doc.tokens_by_sentence()]
        labelled = self._recognize([words for _, words in sentences])
        for (sentence, words), labels in zip(sentences, labelled, strict=True):
            taken = _taken(words, fixed.get(sentence, []))
            names = self._names(words, labels, taken, sentence, doc.text)
            found += names
            for mention, _ in names:
                _mark(words, taken, mention)
            groups = group_mentions(words, taken, sentence, self._maker.gazetteer)
            found += [(mention, "") for mention in groups]
        found.sort(key=lambda pair: pair[0].start)
        mentions = name_mentions(found, self._maker.gazetteer)
        return replace(doc, mentions=mentions, entities=entities_of(mentions))

    def _names(
        self,
        words: Sequence[Word],
        labels: Labels,
        taken: Sequence[bool],
        sentence: int,
        text: str,
    ) -> list[tuple[Mention, str]]:
        """The recogniser's mentions, each with its base, where no rule has spoken."""
        found = []
        mended = part_joined_names(words, [label for label, _ in labels], self._maker.gazetteer)
        for first, last, kind in spans(mended):
            if any(taken[first:last]):
                continue
            start = words[first].token.start + words[first].cut
            end = words[last - 1].token.end
            score = sum(p for _, p in labels[first:last]) / (last - first)
            base = " ".join(word.base for word in words[first:last])
            mention = Mention(kind, text[start:end], start, end, sentence, score=round(score, 4))
            found.append((mention, base))
        return found


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first, last + 1, type) of each entity in BIO labels; a stray I- begins one.

    >>> spans(["B-PER", "I-PER", "O", "B-LOC", "B-LOC"])
    [(0, 2, 'PER'), (3, 4, 'LOC'), (4, 5, 'LOC')]
    """
    found: list[tuple[int, int, str]] = []
    for at, label in enumerate(labels):
        prefix, _, kind = label.partition("-")
        if prefix == "I" and found and found[-1][1] == at and found[-1][2] == kind:
            found[-1] = (found[-1][0], at + 1, kind)
        elif prefix in ("B", "I"):
            found.append((at, at + 1, kind))
    return found


def _by_sentence(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    """Sentence -> its mentions without overlaps; a long text has too many to compare them all."""
    grouped: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.sentence].append(mention)
    return {sentence: _disjoint(members) for sentence, members in grouped.items()}


def _disjoint(mentions: list[Mention]) -> list[Mention]:
    """Mentions without overlaps: the longer of two stays, then the earlier."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def _taken(words: Sequence[Word], mentions: Sequence[Mention]) -> list[bool]:
    taken = [False] * len(words)
    for mention in mentions:
        _mark(words, taken, mention)
    return taken


def _mark(words: Sequence[Word], taken: list[bool], mention: Mention) -> None:
    for at, word in enumerate(words):
        if word.token.start < mention.end and word.token.end > mention.start:
            taken[at] = True
