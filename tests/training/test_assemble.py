"""From entries to stems: what comes along with a verb, names, spellings, doubts."""

from __future__ import annotations

import pytest

from training import lexicon
from training.gazetteer import Entry
from training.lexicon import Lexeme
from training.morphology.assemble import build, derived, doubts, names, wasla
from training.morphology.orthography import tidy


def lexeme(line: str) -> Lexeme:
    found, faults = lexicon.parse(line.replace("|", "\t"), "here:1")
    assert found, faults
    return found


def entry(name: str, kind: str = "person", *, aliases: tuple[str, ...] = ()) -> Entry:
    return Entry(name, kind, "Name", aliases, (), frozenset(), "g:1")


WRITE = lexeme("كَتَب|verb|كتب|I a-u t masdar=كِتابَة|write")
MEET = lexeme("اِجْتَمَع|verb|جمع|VIII i|meet")
OFFICIAL = lexeme("مَسْؤُول|noun|سءل|m ون h|official|مسئول")
MATTER = lexeme("شَأْن|noun|شءن|m شُؤُون|matter")


def test_a_verb_brings_its_verbal_nouns_and_participles() -> None:
    found = {(one.lemma, one.pos) for one in derived(WRITE)}
    assert {("كِتابَة", "noun"), ("كاتِب", "adj"), ("مَكْتُوب", "adj")} <= found
    # what takes no object has no passive participle
    assert {(one.lemma, one.pos) for one in derived(MEET)} == {
        ("اِجْتِماع", "noun"), ("مُجْتَمِع", "adj"),
    }  # fmt: skip


def test_what_an_entry_says_is_not_derived_again() -> None:
    meeting = lexeme("اِجْتِماع|noun|جمع|m ات|meeting")
    stems = build([MEET, meeting], ()).stems
    assert {one.gloss for one in stems if one.lemma == "ٱِجْتِماع"} == {"meeting"}


@pytest.mark.parametrize(
    ("lemma", "camel"), [("اِجْتِماع", "ٱِجْتِماع"), ("أَكَل", "أَكَل"), ("امر", "امر"), ("آخَر", "آخَر")]
)
def test_wasla_is_camels(lemma: str, camel: str) -> None:
    assert wasla(lemma) == camel


def spellings(one: Lexeme, stem: str) -> set[str]:
    return {
        v for entry in build([one], ()).stems if entry.stem == tidy(stem) for v in entry.variants
    }


def test_newspapers_seat_hamza_in_their_own_ways() -> None:
    assert "مسئول" in spellings(OFFICIAL, "مَسْؤُول")
    assert {"شئون", "شءون"} <= spellings(MATTER, "شُؤُون")


def test_a_verbs_stems_say_their_voice() -> None:
    stems = build([WRITE], ()).stems
    verbal = [one for one in stems if one.pos == "verb"]
    assert {dict(one.fixed)["vox"] for one in verbal} == {"a", "p"}
    for one in verbal:
        assert {ending.get("vox") for _, ending in stems[one]} == {dict(one.fixed)["vox"]}


def test_names_become_proper_nouns_word_by_word() -> None:
    found = list(names([entry("جون كيربي"), entry("الزهار", "family")], set(), set()))
    assert [(one.lemma, "al" in one.flags) for one in found] == [
        ("جون", False), ("كيربي", False), ("زهار", True),
    ]  # fmt: skip
    assert all(one.pos == "noun_prop" and "inv" in one.flags for one in found)


def test_words_and_function_words_do_not_become_names() -> None:
    entries = [entry("وزير الحرب"), entry("كريم"), entry("علي بعد")]
    found = {one.lemma for one in names(entries, {"وزير", "الحرب", "حرب", "كريم"}, {"بعد"})}
    assert found == {"كريم", "علي"}


def test_doubts_fall_on_what_no_one_wrote_down() -> None:
    doubted = doubts(
        [WRITE, lexeme("كاتِب|noun|كتب|m كُتّاب h|writer")], [entry("كاتب"), entry("كيربي")]
    )
    assert doubted["مَكْتُوب", "adj"] < 0
    assert ("كَتَب", "verb") not in doubted
    assert ("كاتِب", "noun") not in doubted
    # a name that is also a word is mostly the word
    assert doubted["كاتب", "noun_prop"] < doubted["كيربي", "noun_prop"] < 0
