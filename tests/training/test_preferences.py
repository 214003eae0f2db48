"""Preferences: every file is well formed, and speaks of readings that exist."""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path

import pytest

from newsnlp.arabic import normalize
from newsnlp.morphology.lexicon import Lexicon
from training import steps
from training.import_preferences import convert
from training.lexicon import POS
from training.manifest import DATA
from training.morphology.header import POS_TAGS

FILES = sorted((DATA / "lexicon" / "preferences").glob("*.tsv"))


def test_there_are_preferences() -> None:
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_lines_are_form_lemma_pos_share(path: Path) -> None:
    totals: dict[str, float] = defaultdict(float)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.split("\t")
        assert len(columns) == 4, f"{path.name}:{number}"
        form, _, pos, share = columns
        assert form == normalize(form), f"{path.name}:{number}"
        assert pos in POS or pos in POS_TAGS, f"{path.name}:{number}: {pos}"
        assert 0 <= float(share) <= 1, f"{path.name}:{number}"
        totals[form] += float(share)
    over = {form: total for form, total in totals.items() if total > 1.011}
    assert over == {}


def test_most_preferences_speak_of_readings_that_exist() -> None:
    preferred = steps.preferences()
    lexicon = Lexicon()
    sample = random.Random(5).sample(sorted(preferred), 300)
    missing = [
        (form, lemma, pos)
        for form in sample
        for (lemma, pos), share in preferred[form].items()
        if share > 0.5
        and (lemma, pos)
        not in {(r.analysis.lemma_diac, r.analysis.pos) for r, _ in lexicon.readings(form)}
    ]
    assert len(missing) <= 15, missing


def test_shorthand_becomes_rows(tmp_path: Path) -> None:
    shown, answers = tmp_path / "shown", tmp_path / "answers"
    shown.write_text("علم\t900\t1) عِلْم noun science | 2) عَلَم noun flag\n", encoding="utf-8")
    answers.write_text("علم\t1=80 2=15% عَلِم|verb=5\nغير\t1=100\n", encoding="utf-8")
    assert list(convert(shown, answers)) == [
        ("علم", "عِلْم", "noun", 0.8), ("علم", "عَلَم", "noun", 0.15), ("علم", "عَلِم", "verb", 0.05),
    ]  # fmt: skip
