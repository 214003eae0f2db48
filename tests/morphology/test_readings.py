"""Analyses into readings: what context can tell apart, and what the marks of a typed word leave."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnlp.arabic import strip_diacritics
from newsnlp.model import Analysis
from newsnlp.morphology.readings import Reading, Scored, Variant, agreeing, group, tag_of

NOUN = Analysis(
    "كتاب", "كِتاب", "noun", "NOUN", stem="كتاب",
    features={"gen": "m", "num": "s", "stt": "c", "cas": "n"}, diac="كِتابُ",
)  # fmt: skip
VERB = Analysis(
    "كتب", "كَتَب", "verb", "VERB", stem="كتب",
    features={"asp": "p", "per": "3", "gen": "m", "num": "s", "vox": "p", "mod": "i"}, diac="كُتِبَ",
)  # fmt: skip


def test_cases_and_voices_are_variants_of_one_reading() -> None:
    genitive = replace(NOUN, features={**NOUN.features, "cas": "g"}, diac="كِتابِ")
    active = replace(VERB, features={**VERB.features, "vox": "a"}, diac="كَتَبَ")
    noun, verb = group([(NOUN, True), (genitive, True), (VERB, True), (active, True)])
    assert [variant.diac for variant in noun.variants] == ["كِتابِ", "كِتابُ"]
    assert [variant.diac for variant in verb.variants] == ["كَتَبَ", "كُتِبَ"]
    # the reading's own analysis is its first variant
    assert (noun.analysis.diac, noun.analysis.features["cas"]) == ("كِتابِ", "g")
    assert (verb.analysis.diac, verb.analysis.features["vox"]) == ("كَتَبَ", "a")


def test_lemma_clitics_number_and_spelling_part_readings() -> None:
    plural = replace(NOUN, features={**NOUN.features, "num": "p"})
    joined = replace(NOUN, proclitics=("و",))
    found = group([(NOUN, True), (plural, True), (joined, True), (NOUN, False)])
    assert len(found) == 4
    assert [reading.exact for reading in found] == [True, True, True, False]
    assert [reading.joined for reading in found] == [False, False, True, False]


@pytest.mark.parametrize(
    ("analysis", "tag"),
    [
        (NOUN, "noun..ms"),
        (replace(NOUN, proclitics=("و", "ب", "ال")), "noun.pd.ms"),
        (replace(NOUN, enclitics=("ها",)), "noun.+.ms"),
        (replace(NOUN, features={"gen": "m", "num": "p", "rat": "n"}), "noun..fs"),
        (replace(NOUN, features={"gen": "m", "num": "p", "rat": "y"}), "noun..mp"),
        (VERB, "verb.p.3ms"),
        (replace(VERB, proclitics=("ف", "س"), features={"asp": "i", "per": "1"}), "verb.iس.1x"),
        (Analysis("لم", "لَمْ", "part_neg", "PART", proclitics=("و",)), "part_neg:لَمْ."),
        (Analysis("من", "مِن", "prep", "ADP", enclitics=("هم",)), "prep:مِن.+"),
    ],
)
def test_tags_name_what_matters_to_the_neighbours(analysis: Analysis, tag: str) -> None:
    assert tag_of(analysis) == tag


def scored(*diacs: str) -> Scored:
    """A reading for each word, its variants parted by a blank."""
    found = []
    for forms in diacs:
        variants = tuple(Variant(diac, {"cas": str(n)}) for n, diac in enumerate(forms.split()))
        analysis = Analysis("x", forms, "noun", "NOUN", diac=variants[0].diac)
        found.append((Reading(analysis, variants, "noun..ms", True), -1.0))
    return tuple(found)


@pytest.mark.parametrize(
    ("typed", "offered", "kept"),
    [
        # the marks that decide
        ("مدرّسة", ["مَدْرَسَةٌ", "مُدَرِّسَةٌ"], ["مُدَرِّسَةٌ"]),
        ("مَدْرسة", ["مَدْرَسَةٌ", "مُدَرِّسَةٌ"], ["مَدْرَسَةٌ"]),
        ("مسيّرة", ["مَسِيرَةٌ", "مُسَيَّرَةٌ"], ["مُسَيَّرَةٌ"]),
        ("كَتَبَ", ["كَتَبَ كُتِبَ", "كَتَّبَ", "كُتُبٌ"], ["كَتَبَ"]),
        ("كتّاب", ["كِتابٌ", "كُتّابٌ"], ["كُتّابٌ"]),
        ("كِتَاب", ["كِتابٌ", "كُتّابٌ"], ["كِتابٌ"]),
        ("مُلك", ["مَلِكٌ", "مُلْكٌ", "مِلْكٌ"], ["مُلْكٌ"]),
        # case endings choose the variant; tanween stands before or on its alef
        ("كتابٍ", ["كِتابٌ كِتابٍ كِتابَ"], ["كِتابٍ"]),
        ("دوراً", ["دَوْرا دَوْرًا"], ["دَوْرًا"]),
        ("دورًا", ["دَوْرا دَوْرًا"], ["دَوْرًا"]),
        # marks of long vowels and of dagger alef say nothing new
        ("فِيْ", ["فِي"], ["فِي"]),
        ("هَذا", ["هٰذا"], ["هٰذا"]),
        # what disagrees with all leaves all; unvocalised names fit any marks
        ("كُكُكُ", ["كَتَبَ", "كُتِبَ"], ["كُتِبَ"]),
        ("سِيمون", ["سيمون"], ["سيمون"]),
    ],
)
def test_typed_marks_choose(typed: str, offered: list[str], kept: list[str]) -> None:
    found = agreeing(typed, scored(*offered))
    assert [v.diac for reading, _ in found for v in reading.variants] == kept
    assert [reading.analysis.diac for reading, _ in found] == kept


WORDS = ("كِتابٌ", "كُتّابٌ", "كَتَبَ", "كَتَّبَ", "كُتِبَ", "مُدَرِّسَةٌ", "مَدْرَسَةٌ", "المُدُنِ", "هٰذا", "آخَرُ", "شَيْئًا")


@given(st.sampled_from(WORDS), st.data())
def test_marks_that_agree_never_lose_their_reading(word: str, data: st.DataObject) -> None:
    """Whatever part of a word's marks is typed, the word stays among what is left."""
    kept = "".join(
        char
        for char in word
        if strip_diacritics(char) or char == "\u0651" or data.draw(st.booleans())
    )
    same = [other for other in WORDS if strip_diacritics(other) == strip_diacritics(word)]
    found = agreeing(kept, scored(*same))
    assert word in {reading.analysis.diac for reading, _ in found}
