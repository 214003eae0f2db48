"""The lexicon's checker refuses what is wrong, and the lexicon that ships has nothing wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from training import lexicon
from training.morphology import closed

GOOD = [
    "كَتَب	verb	كتب	I a-u t masdar=كِتابَة	write",
    "اِجْتَمَع	verb	جمع	VIII i	meet;convene",
    "تَرْجَم	verb	ترجم	Q1 t	translate",
    "كِتَاب	noun	كتب	m كُتُب	book",
    "وِزارَة	noun	وزر	f ات	ministry",
    "قَمْح	noun	قمح	m -	wheat",
    "أَحْمَر	adj	حمر	f=حَمْراء حُمْر	red",
    "أَكْبَر	adj_comp	كبر	f=كُبْرَى	bigger;greatest",
    "عِراق	noun_prop	عرق	m al	Iraq",
    "مَسْؤُول	noun	سءل	m ون h	official	مسئول",
    "تِلِفِزْيُون	noun	-	m ات	television	تلفزيون;تليفزيون",
]

BAD = {
    # columns
    "كِتاب	noun	كتب	m كُتُب": "4 columns, not 5 or 6",
    "كِتاب	noun	كتب	m كُتُب	book	كتاب	more": "7 columns, not 5 or 6",
    # spelling
    "	noun	كتب	m -	book": "empty or begins with a mark",
    "kitāb	noun	كتب	m -	book": "'k' does not belong in a lemma",
    "كِتاب جَدِيد	noun	كتب	m -	book": "' ' does not belong in a lemma",
    "كِتَُاب	noun	كتب	m -	book": "carries two vowels",
    "كِتاباً	noun	كتب	m -	book": "tanween",
    "كِتابُ	noun	كتب	m -	book": "ends the lemma with a vowel",
    "كتِاب	noun	كتب	m -	book": "has no vowel or sukun",
    "مَدّْرَسَة	noun	درس	f -	school": "shadda and sukun",
    "مَْدْرَسَة	noun	درس	f -	school": "carries two vowels",
    "مَكْتْب	noun	كتب	m -	office": "two sukuns in a row",
    "كِتاَب	noun	كتب	m -	book": "alef carries no mark inside a word",
    "وِزارَةات	noun	وزر	f -	ministry": "stands only at the end",
    "وِزارْة	noun	وزر	f -	ministry": "ta marbuta follows fatha or alef",
    "اجْتِماع	noun	جمع	m -	meeting": "an initial alef carries its vowel",
    "أِعْلان	noun	علن	m -	advertisement": "initial hamza and its vowel disagree",
    "كّتاب	noun	كتب	m -	book": "begins with shadda or sukun",
    # the other columns
    "كِتاب	thing	كتب	m -	book": "unknown part of speech 'thing'",
    "سُؤال	noun	سأل	m -	question": "'سأل' is not a root",
    "كِتاب	noun	ك	m -	book": "'ك' is not a root",
    "كِتاب	noun	كتب	m -	": "'' is not a plain English gloss",
    "كِتاب	noun	كتب	m -	كتاب": "is not a plain English gloss",
    "كِتاب	noun	كتب	m -	book.": "is not a plain English gloss",
    "كِتاب	noun	كتب	m -	book	كِتاب": "is not an undiacritised spelling",
    "كِتاب	noun	كتب	m -	book	كتاب;": "variant '' is not",
    # inflection of nouns
    "كِتاب	noun	كتب	-	book": "a noun says its gender",
    "كِتاب	noun	كتب	m	book": "a noun says its plural",
    "كِتاب	noun	كتب	m x	book": "unknown inflection 'x'",
    "كِتاب	noun	كتب	m كتُب	book": "has no vowel or sukun",
    "أَحْمَر	adj	حمر	f=حمراء	red": "has no vowel or sukun",
    # inflection of verbs
    "كَتَب	verb	كتب	a-u t	write": "a verb says its form",
    "كَتَب	verb	كتب	I t	write": "form I says its vowels",
    "اِجْتَمَع	verb	جمع	VIII a-u i	meet": "form I says its vowels",
    "كَتَب	verb	كتب	I a-u	write": "a verb says t, i or ti",
    "كَتَب	verb	كتب	I a-u t x	write": "unknown inflection 'x' of a verb",
    "اِجْتَمَع	verb	جمع	VIII i masdar=اِجْتِماع	meet": "only form I lists verbal nouns",
    "كَتَب	verb	كتب	I a-u t masdar=كتابة	write": "has no vowel or sukun",
    "تَرْجَم	verb	ترجم	II t	translate": "does not have the radicals of form II",
    "كَتَب	verb	كتب	Q1 t	write": "does not have the radicals of form Q1",
    "كَتَب	verb	كتم	I a-u t	write": "makes كَتَم, not كَتَب",
    "اِجْتَمَع	verb	جمع	VII i	meet": "makes اِنْجَمَع, not اِجْتَمَع",
}


@pytest.mark.parametrize("line", GOOD)
def test_good_entries_are_taken(line: str) -> None:
    lexeme, faults = lexicon.parse(line, "x:1")
    assert faults == []
    assert lexeme and lexeme.gloss == line.split("\t")[4]


@pytest.mark.parametrize(("line", "reason"), BAD.items())
def test_bad_entries_are_refused_with_their_reason(line: str, reason: str) -> None:
    lexeme, faults = lexicon.parse(line, "x:1")
    assert lexeme is None
    assert any(reason in fault for fault in faults), faults


def test_borrowed_words_keep_their_clusters() -> None:
    cluster = "مِتْرْ{}	noun	{}	m -	metre"
    assert lexicon.parse(cluster.format("و", "-"), "x:1")[1] == []
    assert lexicon.parse(cluster.format("و", "متر"), "x:1")[1] != []


def test_the_checker_names_the_line_and_finds_duplicates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "1.tsv", tmp_path / "2.tsv"
    first.write_text(f"# books\n\n{GOOD[3]}\n{GOOD[0]}\n", encoding="utf-8")
    second.write_text(f"{GOOD[3]}\nكِتاب\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "files", lambda: [first, second])
    assert lexicon.main(["check", str(first)]) == 0
    assert capsys.readouterr().out == "2 entries, 0 faults\n"
    assert lexicon.main(["check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "2.tsv:1: كِتاب noun stands at 1.tsv:3 already",
        "2.tsv:2: 1 columns, not 5 or 6",
        "4 entries, 2 faults",
    ]


def test_the_shipped_lexicon_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    faults = lexicon.check(lexicon.files())
    assert faults == 0, capsys.readouterr().out


def test_the_shipped_lexicon_is_large() -> None:
    lexemes = lexicon.load()
    assert len(lexemes) >= 15_000
    assert {lexeme.pos for lexeme in lexemes} >= lexicon.POS - {"abbrev"}
    verbs = [lexeme for lexeme in lexemes if lexeme.pos == "verb"]
    assert {verb.form for verb in verbs} >= set("I II III IV V VI VII VIII IX X Q1".split())


def test_closed_classes_can_be_read() -> None:
    forms = list(closed.load(lexicon.FOLDER / "00-closed.tsv"))
    assert {form.pos for form in forms} >= {"prep", "pron", "conj", "pron_rel", "pron_dem"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("هُوَ	-	هُوَ	pron	wq	per=3", "x.tsv:2: 6 columns, not 7 or 8"),
        ("هُوَ	-	هُوَ	pron	wq	per	he", "x.tsv:2: bad features"),
    ],
)
def test_bad_closed_forms_are_refused(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(f"# Pronouns\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=reason):
        list(closed.load(path))
