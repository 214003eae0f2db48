"""The stage on whole sentences, with the shipped models."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsnlp.arabic import normalize
from newsnlp.model import Article, Doc, Token
from newsnlp.morphology import Morphology
from newsnlp.morphology.stage import rule_analysis
from newsnlp.text import annotate
from training.morphology.orthography import tidy


@pytest.fixture(scope="module")
def stage() -> Morphology:
    return Morphology()


def read(stage: Morphology, text: str) -> tuple[Token, ...]:
    return stage(annotate(Article("a", text))).tokens


@pytest.mark.parametrize(
    ("kind", "text", "lemma", "pos"),
    [
        ("number", "٢٠١٥", "2015", "digit"),
        ("punct", "،", "،", "punc"),
        ("latin", "CNN", "CNN", "foreign"),
        ("hashtag", "#وسم", "#وسم", "noun_prop"),
        ("url", "https://a.example", "https://a.example", "foreign"),
        ("emoji", "😀", "😀", "punc"),
    ],
)
def test_what_is_no_word_goes_by_rule(kind: str, text: str, lemma: str, pos: str) -> None:
    analysis = rule_analysis(Token(text, 0, len(text), kind))
    assert analysis is not None
    assert (analysis.lemma, analysis.pos, analysis.origin) == (lemma, pos, "rule")
    assert rule_analysis(Token("كتب", 0, 3, "word")) is None


def test_a_sentence_is_read_in_context(stage: Morphology) -> None:
    tokens = read(stage, "كتب الوزير رسالة إلى الأمم المتحدة في 2015.")
    assert [(token.lemma, token.pos) for token in tokens] == [
        ("كتب", "verb"), ("وزير", "noun"), ("رسالة", "noun"), ("إلى", "prep"), ("أمة", "noun"),
        ("متحد", "adj"), ("في", "prep"), ("2015", "digit"), (".", "punc"),
    ]  # fmt: skip
    assert all(token.score is not None and 0 < token.score <= 1 for token in tokens)


@pytest.mark.parametrize(
    ("text", "at", "lemma", "pos"),
    [
        ("قرأ ثلاثة كتب", 2, "كتاب", "noun"),
        ("وصل الوفد من مصر", 3, "مصر", "noun_prop"),
    ],
)
def test_context_chooses(stage: Morphology, text: str, at: int, lemma: str, pos: str) -> None:
    token = read(stage, text)[at]
    assert (token.lemma, token.pos) == (lemma, pos)


@pytest.mark.parametrize(
    ("form", "lemma", "proclitics"),
    [
        ("لبنان", "لبنان", ()),
        ("وارسو", "وارسو", ()),
        ("باريس", "باريس", ()),
        ("كوبا", "كوبا", ()),
        ("واشنطن", "واشنطن", ()),
        ("ولبنان", "لبنان", ("و",)),
        ("لوارسو", "وارسو", ("ل",)),
        ("لبوتين", "بوتين", ("ل",)),
        ("بباريس", "باريس", ("ب",)),
        ("لواشنطن", "واشنطن", ("ل",)),
    ],
)
def test_names_keep_their_letters(
    stage: Morphology, form: str, lemma: str, proclitics: tuple[str, ...]
) -> None:
    analysis = read(stage, f"سافر الوزير إلى {form}" if not proclitics else f"قال {form}")[
        -1
    ].analysis
    assert analysis is not None
    assert (analysis.lemma, analysis.proclitics, analysis.pos) == (lemma, proclitics, "noun_prop")


@pytest.mark.parametrize(
    ("text", "diac"),
    [
        ("في المدرسة", "المَدْرَسَةِ"),
        ("لم يكتب", "يَكْتُبْ"),
        ("لن يكتب", "يَكْتُبَ"),
        ("من المدينة", "المَدِينَةِ"),
    ],
)
def test_case_and_mood_follow_the_word_before(stage: Morphology, text: str, diac: str) -> None:
    analysis = read(stage, text)[-1].analysis
    assert analysis is not None and analysis.diac == diac


def test_guesses_say_so(stage: Morphology) -> None:
    analysis = read(stage, "وبالزنبوقراطية")[0].analysis
    assert analysis is not None
    assert (analysis.origin, analysis.proclitics) == ("guess", ("و", "ب", "ال"))


@pytest.mark.parametrize(
    ("plain", "typed"),
    [
        ("كتب", "كَتَبَ"),
        ("المدرسة", "المَدْرَسَة"),
        ("المدرسة", "المَدرسة"),
        ("إيران", "إيرانُ"),
        ("كان", "كَانَ"),
        ("في", "فِيْ"),
        ("هذا", "هَٰذا"),
        ("العراق", "العـــراق"),
        ("عسكريا", "عسكرياً"),
        ("شيئا", "شيئًا"),
    ],
)
def test_marks_that_agree_change_nothing(stage: Morphology, plain: str, typed: str) -> None:
    (bare,), (marked,) = read(stage, plain), read(stage, typed)
    assert normalize(typed) == plain
    assert (marked.lemma_diac, marked.pos) == (bare.lemma_diac, bare.pos)
    assert marked.text == typed


@pytest.mark.parametrize(
    ("typed", "lemma_diac", "pos"),
    [
        ("كُتُب", "كِتاب", "noun"),
        ("عَلَم", "عَلَم", "noun"),
        ("عَلَّمَ", "عَلَّم", "verb"),
        ("مُلْك", "مُلْك", "noun"),
        ("خفّض", "خَفَّض", "verb"),
        ("ذَهَبٌ", "ذَهَب", "noun"),
    ],
)
def test_marks_that_decide_choose(stage: Morphology, typed: str, lemma_diac: str, pos: str) -> None:
    (token,) = read(stage, typed)
    assert (token.lemma_diac, token.pos) == (tidy(lemma_diac), pos)


def test_marks_choose_the_case(stage: Morphology) -> None:
    (token,) = read(stage, "كتابًا")
    assert token.analysis is not None
    assert (token.analysis.features["cas"], token.analysis.features["stt"]) == ("a", "i")
    assert token.analysis.diac == "كِتابًا"


WORDS = st.sampled_from(
    "قال الرئيس إن كتب بين وارسو ولبنان سيكتبونها 2015 . ، CNN كتبه زنبوقراط".split()
)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_tokens_stay_and_all_are_analysed(stage: Morphology, words: list[str]) -> None:
    before: Doc = annotate(Article("a", " ".join(words)))
    after = stage(before)
    assert [(t.text, t.start, t.end, t.kind) for t in after.tokens] == [
        (t.text, t.start, t.end, t.kind) for t in before.tokens
    ]
    assert all(t.analysis is not None and t.score is not None for t in after.tokens)
    assert stage(before) == after
