"""The table of solutions: what is written is read back, and what is damaged is named."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnlp.errors import ResourceError
from newsnlp.model import Analysis
from newsnlp.morphology.readings import Reading, Variant
from newsnlp.morphology.solutions import Scored, Solutions, write_solutions

LETTERS = "ابتةدرسعكلمنهويىأؤئء"
MARKS = ("", "\u064e", "\u064f", "\u0650", "\u0652", "\u0651\u064e", "\u064b")

texts = st.text(st.sampled_from(LETTERS), min_size=1, max_size=6)
shared = st.dictionaries(
    st.sampled_from(["asp", "per", "gen", "num", "rat"]), st.sampled_from("123mfs")
)
own = st.dictionaries(st.sampled_from(["stt", "cas", "mod", "vox"]), st.sampled_from("icdnag"))
clitics = st.lists(st.sampled_from(["و", "ل", "ال", "ها"]), max_size=3).map(tuple)


@st.composite
def readings(draw: st.DrawFn, form: str) -> tuple[Reading, float]:
    """A reading of a form; some of its variants are spelled otherwise than the form is."""
    variants = []
    for features in draw(st.lists(own, min_size=1, max_size=3)):
        letters = draw(st.sampled_from([form, form + "ا"]))
        diac = "".join(letter + draw(st.sampled_from(MARKS)) for letter in letters)
        variants.append(Variant(diac, features))
    start = draw(st.integers(0, len(form) - 1))
    stem = form[start : draw(st.integers(start + 1, len(form)))]
    pos = draw(st.sampled_from(["noun", "verb", "prep"]))
    analysis = Analysis(
        draw(texts), draw(texts), pos, "X", draw(st.none() | texts), draw(st.none() | texts),
        draw(clitics), stem, draw(clitics), {**draw(shared), **variants[0].features},
        variants[0].diac,
    )  # fmt: skip
    reading = Reading(analysis, tuple(variants), draw(texts), draw(st.booleans()))
    return reading, -draw(st.integers(0, 255)) / 16


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Scored]:
    forms = draw(st.lists(texts, max_size=4, unique=True))
    return {form: tuple(draw(st.lists(readings(form), min_size=1, max_size=4))) for form in forms}


def write(path: Path, forms: dict[str, Scored]) -> Path:
    write_solutions(
        path,
        forms,
        weights={"lemma noun كِتاب": -3.5},
        context=(["<s>", "noun..ms"], b"\x01\x02"),
        meta={"forms": str(len(forms))},
    )
    return path


@given(tables())
def test_what_is_written_is_read_back(forms: dict[str, Scored]) -> None:
    with TemporaryDirectory() as folder:
        solutions = Solutions(write(Path(folder) / "s.sqlite", forms))
        assert {form: solutions.look_up(form) for form in forms} == forms
        assert sorted(solutions.forms()) == sorted(forms)
        assert solutions.look_up("غير") is None


def test_the_models_that_come_with_the_table(tmp_path: Path) -> None:
    solutions = Solutions(write(tmp_path / "s.sqlite", {}))
    assert solutions.weight("lemma noun كِتاب") == -3.5
    assert solutions.weight("lemma verb كَتَب") is None
    assert solutions.context() == (["<s>", "noun..ms"], b"\x01\x02")
    assert solutions.meta == {"forms": "0"}


def test_writing_again_replaces_the_table(tmp_path: Path) -> None:
    path = write(tmp_path / "s.sqlite", {})
    first = path.read_bytes()
    assert write(path, {}).read_bytes() == first


def test_the_table_cannot_be_written_through(tmp_path: Path) -> None:
    path = write(tmp_path / "s.sqlite", {})
    path.chmod(0o444)
    assert Solutions(path).look_up("كتب") is None
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 300, b"SQLite format 3\0"])
def test_a_damaged_table_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "solutions.sqlite"
    path.write_bytes(content)
    with pytest.raises(ResourceError, match=r"solutions\.sqlite is damaged") as raised:
        Solutions(path)
    assert "training.build" in raised.value.remedy


def test_a_table_cut_short_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "solutions.sqlite", {})
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(ResourceError, match="damaged"):
        Solutions(path)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="damaged"):
        Solutions(tmp_path / "none.sqlite")


def test_tags_survive_as_text(tmp_path: Path) -> None:
    tags = ["<s>", "conj:وَ.", 'odd "tag"']
    write_solutions(tmp_path / "s", {}, weights={}, context=(tags, b""), meta={})
    assert json.dumps(Solutions(tmp_path / "s").context()[0]) == json.dumps(tags)
