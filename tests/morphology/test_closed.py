"""Closed classes: what their table may say, and what the database makes of pronouns and clitics."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsnlp.morphology.camel import CamelAnalyzer, load_database, to_analysis
from training.manifest import DATA
from training.morphology import closed
from training.morphology.assemble import build
from training.morphology.header import POS_TAGS

TABLE = DATA / "lexicon" / "00-closed.tsv"


@pytest.fixture(scope="module")
def analyzer(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("closed") / "morphology.db"
    builder = build((), closed.load(TABLE))
    path.write_text("".join(line + "\n" for line in builder.lines()), encoding="utf-8")
    return CamelAnalyzer(load_database(path))


@pytest.mark.parametrize(
    ("word", "lemma", "proclitics", "enclitics"),
    [
        ("من", "من", "", ""),
        ("منهم", "من", "", "هم"),
        ("ومنها", "من", "و", "ها"),
        ("فيه", "في", "", "ه"),
        ("وعليها", "على", "و", "ها"),
        ("إليكم", "إلى", "", "كم"),
        ("لديهما", "لدى", "", "هما"),
        ("له", "ل", "", "ه"),
        ("بأنه", "أن", "ب", "ه"),
        ("لأننا", "أن", "ل", "نا"),
        ("إنني", "إن", "", "ني"),
        ("ولكنهم", "لكن", "و", "هم"),
        ("وهو", "هو", "و", ""),
        ("أهو", "هو", "أ", ""),
        ("لهذا", "هذا", "ل", ""),
        ("وبهذه", "هذا", "و ب", ""),
        ("والذي", "الذي", "و", ""),
        ("للذين", "الذي", "ل", ""),
        ("فماذا", "ماذا", "ف", ""),
        ("للاثنين", "اثنان", "ل ال", ""),
        ("بالاثنين", "اثنان", "ب ال", ""),
    ],
)
def test_pronouns_and_proclitics(
    analyzer: CamelAnalyzer, word: str, lemma: str, proclitics: str, enclitics: str
) -> None:
    found = {
        (a.lemma, " ".join(a.proclitics), " ".join(a.enclitics))
        for a in map(to_analysis, analyzer.analyze(word))
    }
    assert (lemma, proclitics, enclitics) in found


@pytest.mark.parametrize(
    ("word", "diac"),
    [("فيه", "فِيهِ"), ("فيهم", "فِيهِمْ"), ("منه", "مِنْهُ"), ("عليهما", "عَلَيْهِما"), ("لها", "لَها")],
)
def test_pronouns_in_ha_follow_the_sound_before(
    analyzer: CamelAnalyzer, word: str, diac: str
) -> None:
    assert diac in {analysis["diac"] for analysis in analyzer.analyze(word)}


@pytest.mark.parametrize(
    "form", ["العليه", "سمن", "منالهم", "بفي", "هوهم", "الهو", "سيمن", "فيالها"]
)
def test_function_words_take_no_other_clitics(analyzer: CamelAnalyzer, form: str) -> None:
    assert analyzer.analyze(form) == []


def test_the_table_uses_known_tags() -> None:
    forms = list(closed.load(TABLE))
    assert len(forms) > 150
    assert {form.pos for form in forms} <= set(POS_TAGS)
    assert all(set(form.proclitics) <= set("wplqAv") for form in forms)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [("هُوَ\t-\tهُوَ\tpron", "columns"), ("هُوَ\t-\tهُوَ\tpron\tw\tper3\the", "bad features")],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "closed.tsv"
    path.write_text("# head\n" + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=complaint) as raised:
        list(closed.load(path))
    assert "closed.tsv:2" in str(raised.value)
