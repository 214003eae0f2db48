"""The verb engine against paradigms written by hand, and laws that every paradigm keeps.

`verbs/parts_*.tsv` hold thirteen principal forms, participles and verbal noun of each kind of root
in each form; `verbs/full.tsv` whole rows (thirteen persons, or five of the imperative). Where forms
are parted by ``/`` all are good; ``-`` says that there is none.
"""

from __future__ import annotations

import collections
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from training.morphology.orthography import MARKS
from training.morphology.verbs import (
    Verb,
    lemma_of,
    masdars,
    paradigm,
    participles,
    patterned_paradigm,
    resolve,
)

HERE = Path(__file__).parent / "verbs"
PERSONS = [
    "3ms",
    "3fs",
    "3md",
    "3fd",
    "3mp",
    "3fp",
    "2ms",
    "2fs",
    "2md",
    "2mp",
    "2fp",
    "1ms",
    "1mp",
]
COMMANDED = ["2ms", "2fs", "2md", "2mp", "2fp"]
ROWS = {
    "perfect": "pai", "indicative": "iai", "subjunctive": "ias", "jussive": "iaj",
    "imperative": "cau", "passive_perfect": "ppi", "passive_indicative": "ipi",
}  # fmt: skip
# Column of a parts file: aspect, voice, mood and person.
COLUMNS = {
    "p3ms": "pai3ms", "p3fs": "pai3fs", "p3mp": "pai3mp", "p1s": "pai1ms", "i3ms": "iai3ms",
    "i2fs": "iai2fs", "i3mp": "iai3mp", "i3fp": "iai3fp", "j3ms": "iaj3ms", "c2ms": "cau2ms",
    "pp3ms": "ppi3ms", "pi3ms": "ipi3ms",
}  # fmt: skip


def table(name: str) -> Iterator[dict[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(header, line.split("\t"), strict=True))


def named(row: dict[str, str]) -> Verb:
    form, _, strong = row["form"].partition(" ")
    return Verb(row["root"], form, row["vowels"].strip("-") and row["vowels"], bool(strong))


PARTS = [row for path in sorted(HERE.glob("parts_*.tsv")) for row in table(path.name)]
FULL = list(table("full.tsv"))
VERBS = sorted({named(row) for row in [*PARTS, *FULL]}, key=str)


def arguments(verb: Verb) -> dict[str, str | bool]:
    return {"root": verb.root, "form": verb.form, "vowels": verb.vowels, "strong": verb.strong}


@functools.cache
def forms(verb: Verb) -> dict[tuple[str, str], set[str]]:
    """Written forms by features (``pai3ms``) and joint, initial wasla as plain alef."""
    found: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    for cell in paradigm(**arguments(verb), objects="t"):
        name = "".join(value for _, value in cell.features)
        found[name, cell.joint].add(cell.form.replace("ٱ", "ا"))
    return found


def written(expected: str) -> set[str]:
    return set() if expected == "-" else set(expected.split("/"))


@pytest.mark.parametrize("row", PARTS, ids=lambda row: f"{row['root']}-{row['form']}-{row['p3ms']}")
def test_principal_parts(row: dict[str, str]) -> None:
    verb = named(row)
    found = {column: forms(verb).get((name, ""), set()) for column, name in COLUMNS.items()}
    acting, acted = participles(**arguments(verb))
    found |= {"active": {acting} - {""}, "passive": {acted} - {""}}
    found["masdar"] = set(masdars(root=verb.root, form=verb.form, strong=verb.strong))
    assert found == {column: written(row[column]) for column in found}


@pytest.mark.parametrize("row", FULL, ids=lambda row: f"{row['root']}-{row['form']}-{row['row']}")
def test_whole_rows(row: dict[str, str]) -> None:
    kind, _, enclitic = row["row"].partition("+")
    persons = COMMANDED if kind == "imperative" else PERSONS
    expected = {
        person: written(form) for person, form in zip(persons, row["forms"].split(), strict=True)
    }
    joint, ending = ("c", "هُ") if enclitic else ("", "")
    by_name = forms(named(row))
    assert expected == {
        person: {form + ending for form in by_name[ROWS[kind] + person, joint]}
        for person in persons
    }


@pytest.mark.parametrize("verb", VERBS, ids=str)
def test_every_cell_is_well_formed(verb: Verb) -> None:
    marks = "".join(MARKS)
    seen = set()
    for cell, pattern in patterned_paradigm(verb, objects="t"):
        assert cell.stem and cell.stem[0] not in MARKS
        assert "ءُ" not in cell.form[:2] and "أا" not in cell.form
        assert cell.joint in ("", "c")
        letters = [letter for letter in cell.stem if letter not in marks]
        shape = [letter for letter in pattern if letter not in marks]
        # A hamza that meets a long a is one written letter, two in the pattern.
        assert len(shape) - len(letters) in (0, 1 if "آ" in cell.prefix + cell.stem else 0)
        seen.add((cell.prefix, cell.stem, cell.suffix, cell.joint, cell.features))
    assert len(seen) == len(list(patterned_paradigm(verb, objects="t")))


@pytest.mark.parametrize("verb", VERBS, ids=str)
def test_lemma_is_the_bare_third_person(verb: Verb) -> None:
    lemma = lemma_of(**arguments(verb))
    assert {form.removesuffix("\u064e") for form in forms(verb)["pai3ms", ""]} == {lemma}
    found = resolve(lemma, verb.root, verb.form, verb.vowels)
    assert found is not None and lemma_of(**arguments(found)) == lemma


def test_cuts_and_features() -> None:
    cells = {cell.form: cell for cell in paradigm(root="كتب", form="I", vowels="a-u")}
    cell = cells["كَتَبْتُ"]
    assert (cell.prefix, cell.stem, cell.suffix) == ("", "كَتَب", "ْتُ")
    assert cell.features == (
        ("asp", "p"), ("vox", "a"), ("mod", "i"), ("per", "1"), ("gen", "m"), ("num", "s"),
    )  # fmt: skip
    cell = cells["يَكْتُبُونَ"]
    assert (cell.prefix, cell.stem, cell.suffix) == ("يَ", "كْتُب", "ُونَ")
    cell = cells["ٱُكْتُبُوا"]
    assert (cell.prefix, cell.stem, cell.suffix) == ("", "ٱُكْتُب", "ُوا")


@pytest.mark.parametrize(
    ("verb", "form", "expected"),
    [
        (Verb("كتب", "I", "a-u"), "يَكْتُبُ", "1ْ2ُ3"),
        (Verb("قول", "I", "a-u"), "قُلْتُ", "1ُ3"),
        (Verb("قول", "I", "a-u"), "يَقُولُ", "1ُو3"),
        (Verb("رمي", "I", "a-i"), "رَمَى", "1َ2َى"),
        (Verb("مدد", "I", "a-u"), "مَدَّ", "1َ2ّ"),
        (Verb("تبع", "VIII"), "يَتَّبِعُ", "1َّ2ِ3"),
        (Verb("تبع", "V"), "تَتَبَّعَ", "تَ1َ2َّ3"),
        (Verb("ءمن", "IV"), "آمَنَ", "أَ1ْ2َ3"),
        (Verb("خدم", "X"), "يَسْتَخْدِمُ", "سْتَ1ْ2ِ3"),
    ],
)
def test_patterns(verb: Verb, form: str, expected: str) -> None:
    patterns = {pattern for cell, pattern in patterned_paradigm(verb) if cell.form == form}
    assert expected in patterns


def test_objects_and_passive_follow_transitivity() -> None:
    def names(objects: str) -> set[tuple[str, str]]:
        cells = paradigm(root="سفر", form="III", objects=objects)
        return {("".join(v for _, v in c.features), c.joint) for c in cells}

    assert names("t") == names("ti")
    assert {joint for _, joint in names("i")} == {""}
    assert {name[-3:] for name, _ in names("i") if name[1] == "p"} == {"3ms", "3fs"}
    assert {name for name, joint in names("i") if name[1] == "a"} == {
        name for name, joint in names("t") if name[1] == "a"
    }


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        (Verb("هيء", "II"), "تَهْيِئَة"),
        (Verb("ءدي", "II"), "تَأْدِيَة"),
        (Verb("رءي", "III"), "مُراءاة"),
        (Verb("ءمر", "III"), "مُؤامَرَة"),
        (Verb("سوء", "IV"), "إِساءَة"),
        (Verb("وءم", "VI"), "تَواؤُم"),
        (Verb("زوج", "VIII", strong=True), "اِزْدِواج"),
        (Verb("حوذ", "X", strong=True), "اِسْتِحْواذ"),
        (Verb("طءطء", "Q1"), "طَأْطَأَة"),
        (Verb("شرءب", "Q4"), "اِشْرِئْباب"),
    ],
)
def test_more_verbal_nouns(verb: Verb, expected: str) -> None:
    assert masdars(root=verb.root, form=verb.form, strong=verb.strong) == (expected,)


def test_of_two_lemmas_the_entry_decides() -> None:
    assert resolve("اِسْتَجْوَب", "جوب", "X") == Verb("جوب", "X", strong=True)
    assert resolve("اِسْتَجاب", "جوب", "X") == Verb("جوب", "X")
    assert resolve("عَوِر", "عور", "I", "i-a") == Verb("عور", "I", "i-a", strong=True)
    assert resolve("اِسْتَجَب", "جوب", "X") is None


@pytest.mark.parametrize(
    ("root", "form", "vowels", "reason"),
    [
        ("كتب", "XI", "", "not a verb form"),
        ("كتب", "I", "", "says its vowels"),
        ("كتب", "II", "a-u", "says its vowels"),
        ("ترجم", "I", "a-u", "3 radicals"),
        ("أكل", "I", "a-u", "bare ء"),
        ("كتب", "Q1", "", "4 radicals"),
        ("قول", "I", "a-i", "radical 2"),
        ("رمي", "I", "a-u", "radical 3"),
        ("حلو", "IX", "", "no form IX"),
    ],
)
def test_impossible_verbs_are_refused(root: str, form: str, vowels: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        lemma_of(root=root, form=form, vowels=vowels)
