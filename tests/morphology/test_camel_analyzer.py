from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsnlp.morphology.camel import CamelAnalyzer, load_database
from newsnlp.morphology.camel.analyzer import MAX_LETTERS


@pytest.fixture(scope="module")
def analyzer(tmp_path_factory: pytest.TempPathFactory, database_text: str) -> CamelAnalyzer:
    path = tmp_path_factory.mktemp("db") / "morphology.db"
    path.write_text(database_text, encoding="utf-8")
    return CamelAnalyzer(load_database(path))


def test_it_gives_every_analysis(analyzer: CamelAnalyzer) -> None:
    found = analyzer.analyze("وكتابها")
    assert [(a["lex"], a["prc2"], a["enc0"]) for a in found] == [
        ("كِتاب", "wa_conj", "3fs_poss"),
        ("كاتِب", "wa_conj", "3fs_poss"),
    ]


@pytest.mark.parametrize("word", ["كِتَاب", "كتــــاب", "كتاب "])
def test_marks_elongation_and_blanks_do_not_hide_a_word(analyzer: CamelAnalyzer, word: str) -> None:
    assert [a["lex"] for a in analyzer.analyze(word)] == ["كِتاب", "كاتِب"]


@pytest.mark.parametrize(
    "word",
    [
        *["", " ", "\n", "ٰ", "هٰٰٰ", "ـ", "ـــ", "ًٌٍ", "َ", "كتاب،"],
        *["\u200f", "\x00كتاب", "\ud800", "ك" * 10_000, "1" * (MAX_LETTERS + 1)],
    ],
)
def test_odd_words_never_raise(analyzer: CamelAnalyzer, word: str) -> None:
    assert all(analysis["source"] == "foreign" for analysis in analyzer.analyze(word))


@given(st.text(alphabet=st.characters() | st.sampled_from("كتابهالوـًٰٱ0٣،-\u200d"), max_size=12))
@settings(max_examples=300, deadline=None)
def test_nothing_ever_raises(analyzer: CamelAnalyzer, word: str) -> None:
    assert isinstance(analyzer.analyze(word), list)


def test_a_database_without_a_default_knows_nothing(tmp_path: Path, database_text: str) -> None:
    path = tmp_path / "bare.db"
    lines = [line for line in database_text.splitlines() if "DEFAULT pos:latin" not in line]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert CamelAnalyzer(load_database(path)).analyze("BBC") == []


def test_the_cache_stores(analyzer: CamelAnalyzer, monkeypatch: pytest.MonkeyPatch) -> None:
    first = analyzer.analyze("للكتاب")
    monkeypatch.delattr(analyzer, "_analyzer")
    assert analyzer.analyze("للكتاب") == first != []


def test_a_callers_list_is_its_own(analyzer: CamelAnalyzer) -> None:
    analyzer.analyze("مصر").clear()
    assert len(analyzer.analyze("مصر")) == 1
