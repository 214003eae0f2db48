"""The stage with a recogniser whose labels are given: spans, types, rules first, no overlaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsnlp.entities import Entities
from newsnlp.entities.stage import spans
from newsnlp.entities.words import Word
from newsnlp.model import Analysis, Article, Doc, Token
from newsnlp.text import annotate


class Said:
    """Says the labels it is given, in the order of the words, and O where they end."""

    def __init__(self) -> None:
        self.labels: list[str] = []

    def __call__(self, sentences: Sequence[Sequence[Word]]) -> list[list[tuple[str, float]]]:
        left = iter(self.labels)
        return [[(next(left, "O"), 0.5) for _ in words] for words in sentences]


@pytest.fixture(scope="module")
def said() -> Said:
    return Said()


@pytest.fixture(scope="module")
def stage(said: Said) -> Entities:
    return Entities(recognize=said)


def test_two_adjacent_names_stay_two(
    stage: Entities, said: Said, build: Callable[..., Doc]
) -> None:
    said.labels = ["O", "B-LOC", "B-LOC"]
    doc = stage(
        build(
            [
                ("تساند", "ساند", "verb"),
                ("إيران", "إيران", "noun_prop"),
                ("روسيا", "روسيا", "noun_prop"),
            ]
        )
    )
    assert doc.mentions is not None
    assert [(m.text, m.english) for m in doc.mentions] == [("إيران", "Iran"), ("روسيا", "Russia")]


def test_a_mention_leaves_its_proclitics_out(
    stage: Entities, said: Said, build: Callable[..., Doc], word: Callable[..., Analysis]
) -> None:
    said.labels = ["O", "B-LOC"]
    doc = stage(
        build(
            [
                ("دعم", "دعم", "noun"),
                ("لإيران", word("إيران", "noun_prop", proclitics=("ل",)), "noun_prop"),
            ]
        )
    )
    (mention,) = doc.mentions or ()
    assert (mention.text, mention.start, mention.english) == ("إيران", 5, "Iran")
    assert doc.text[mention.start : mention.end] == mention.text


def test_names_over_several_words_and_their_score(
    stage: Entities, said: Said, build: Callable[..., Doc]
) -> None:
    said.labels = ["B-PER", "I-PER", "O", "I-PER"]
    doc = stage(
        build(
            [
                ("جون", "جون", "noun_prop"),
                ("كيربي", "كيربي", "noun_prop"),
                ("ثم", "ثم", "conj"),
                ("كيربي", "كيربي", "noun_prop"),
            ]
        )
    )
    (kirby,) = doc.entities or ()
    assert (kirby.english, kirby.count, kirby.score) == ("John Kirby", 2, 0.5)


def test_dates_and_amounts_come_before_names(
    stage: Entities, said: Said, build: Callable[..., Doc]
) -> None:
    said.labels = ["O", "B-MISC", "I-MISC"]
    doc = stage(annotate(Article("a", "هجمات في 17 أكتوبر")))
    assert [(m.type, m.text) for m in doc.mentions or ()] == [("DATE", "17 أكتوبر")]


def test_groups_stand_where_nothing_else_does(
    stage: Entities, said: Said, build: Callable[..., Doc]
) -> None:
    sentence = [("الحرس", "حرس", "noun"), ("الثوري", "ثوري", "adj"), ("الإيراني", "إيراني", "adj")]
    said.labels = []
    assert [m.type for m in stage(build(sentence)).mentions or ()] == ["NORP"]
    said.labels = ["B-ORG", "I-ORG", "I-ORG"]
    assert [m.type for m in stage(build(sentence)).mentions or ()] == ["ORG"]


def test_nothing_found_is_empty_and_not_none(
    stage: Entities, said: Said, build: Callable[..., Doc]
) -> None:
    said.labels = []
    doc = stage(build([("قال", "قال", "verb")]))
    assert (doc.mentions, doc.entities) == ((), ())


LABELS = ["O", *(f"{prefix}-{kind}" for prefix in "BI" for kind in ("PER", "LOC", "ORG", "MISC"))]
TEXT = st.lists(
    st.sampled_from(
        "لإيران وروسيا الإيراني 17 أكتوبر 2015 مليون دولار 5 % عام الماضي للأمم المتحدة . ، يوم الأحد"
        " جون كيربي قال \n".split(" ")
    ),
    min_size=1,
    max_size=20,
).map(" ".join)


def cut(token: Token) -> Analysis:
    """A plausible analysis: what begins like a conjunction or preposition has it as a proclitic."""
    first = token.text[:1]
    proclitics = (first,) if first in "ول" and len(token.text) > 3 else ()
    return Analysis(token.text, token.text, "noun_prop", "PROPN", proclitics=proclitics)


@settings(deadline=None, max_examples=300)
@given(TEXT, st.lists(st.sampled_from(LABELS), max_size=20))
def test_mentions_are_apart_and_exact(
    stage: Entities, said: Said, text: str, labels: list[str]
) -> None:
    bare = annotate(Article("a", text))
    tokens = tuple(Token(t.text, t.start, t.end, t.kind, cut(t), 1.0) for t in bare.tokens)
    said.labels = labels
    doc = stage(Doc(bare.article, tokens, bare.sentences))
    mentions = doc.mentions
    assert mentions is not None and doc.entities is not None
    for mention in mentions:
        assert doc.text[mention.start : mention.end] == mention.text
        sentence = doc.sentences[mention.sentence]
        assert sentence.start <= mention.start < mention.end <= sentence.end
        assert mention.name and 0 < mention.score <= 1
    for left, right in pairwise(mentions):
        assert left.end <= right.start
    assert sorted(m.start for e in doc.entities for m in e.mentions) == [m.start for m in mentions]


@given(st.lists(st.sampled_from(LABELS), max_size=12))
def test_spans_cover_every_label_once(labels: list[str]) -> None:
    covered = [at for first, last, _ in spans(labels) for at in range(first, last)]
    assert covered == [at for at, label in enumerate(labels) if label != "O"]
