from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import newsnlp
from newsnlp.entities.consistency import LABELS, SURELY_NONE, best_labels, drawn_together
from newsnlp.entities.tagger import FeatureMaker, Tagger
from newsnlp.entities.words import Word, words_of
from newsnlp.model import Token


def words(text: str) -> list[Word]:
    return [Word(Token(text=w, start=0, end=len(w), kind="word"), w, 0, "") for w in text.split()]


def chances(**given: float) -> list[float]:
    named = {label.replace("-", "_"): 0.0 for label in LABELS} | given
    return [named["O"] or 1 - sum(given.values()), *list(named.values())[1:]]


UNSURE = chances(B_PER=0.35)
SURE = chances(B_PER=0.95)


def test_a_surname_sure_elsewhere_is_found_where_one_sentence_leaves_it_open() -> None:
    sentences = [words("قال شولمان"), words("سافر شولمان"), words("عاد شولمان")]
    its = [[SURELY_NONE, SURE], [SURELY_NONE, SURE], [SURELY_NONE, UNSURE]]
    changed = drawn_together(sentences, its)
    assert list(changed) == [2]
    assert best_labels(its[2]) == ["O", "O"]
    assert best_labels(changed[2]) == ["O", "B-PER"]


def test_a_word_that_is_no_name_elsewhere_stays_a_name_here() -> None:
    sentences = [words("صحيفة الأهرام"), words("زار الأهرام"), words("رأى الأهرام")]
    its = [[SURELY_NONE, chances(B_ORG=0.8)], [SURELY_NONE] * 2, [SURELY_NONE] * 2]
    assert 0 not in drawn_together(sentences, its)


def test_only_sentences_nearby_count() -> None:
    far = [words("شيء")] * 100
    sentences = [words("قال شولمان"), *far, words("عاد شولمان")]
    its = [[SURELY_NONE, SURE], *[[SURELY_NONE]] * 100, [SURELY_NONE, UNSURE]]
    assert drawn_together(sentences, its) == {}


def test_one_sentence_of_one_word_many_times_is_no_trap() -> None:
    many = 20_000  # quadratic work over the occurrences would take minutes
    changed = drawn_together([words("شولمان " * many)], [[UNSURE, *[SURE] * (many - 1)]])
    assert changed[0][0][1] > 0.5


@given(st.lists(st.lists(st.floats(0, 1), min_size=len(LABELS), max_size=len(LABELS)), max_size=9))
def test_best_labels_never_go_on_a_name_that_has_not_begun(rows: list[list[float]]) -> None:
    labels = best_labels(rows)
    assert len(labels) == len(rows)
    for before, label in zip(["O", *labels], labels, strict=False):
        if label[0] == "I":
            assert before[1:] == label[1:]


@given(
    st.lists(
        st.lists(st.sampled_from(["شولمان", "الاتحاد", "قال"]), min_size=1, max_size=4),
        min_size=1,
        max_size=6,
    ),
    st.data(),
)
def test_new_chances_are_probabilities(texts: list[list[str]], data: st.DataObject) -> None:
    sentences = [words(" ".join(text)) for text in texts]
    pick = st.sampled_from([SURELY_NONE, UNSURE, SURE, chances(I_ORG=0.5, B_LOC=0.4)])
    its = [[data.draw(pick) for _ in text] for text in texts]
    for number, new in drawn_together(sentences, its).items():
        assert len(new) == len(texts[number])
        for row in new:
            assert abs(sum(row) - 1) < 1e-6
            assert all(0 <= chance <= 1 + 1e-9 for chance in row)


def test_the_tagger_labels_each_word_of_each_sentence_and_the_empty_one() -> None:
    doc = newsnlp.load()("زار الرئيس الفرنسي إيمانويل ماكرون بيروت. وقال ماكرون إنه سعيد.")
    sentences = [words_of(tokens) for _, tokens in doc.tokens_by_sentence()]
    tagger = Tagger(FeatureMaker())
    labelled = tagger([*sentences, []])
    assert [len(labels) for labels in labelled] == [*map(len, sentences), 0]
    assert all(0 <= chance <= 1 for labels in labelled for _, chance in labels)
    assert [label for label, _ in labelled[0]][-3:] == ["I-PER", "B-LOC", "O"]
    assert labelled == tagger([*sentences, []])
