"""What makes the morphology fast: nothing heavy is opened for a form that the table holds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsnlp.model import Article
from newsnlp.morphology import Morphology
from newsnlp.morphology.solutions import Packed
from newsnlp.text import annotate

ROOT = Path(__file__).parents[2]
HEAVY = ("camel_tools", "pandas", "numpy", "torch", "marisa_trie", "pycrfsuite")
CODE = """
import json, sys
import newsnlp
doc = newsnlp.load(stages=("morphology",))(sys.argv[1])
print(json.dumps([sorted({name.partition(".")[0] for name in sys.modules}), doc.tokens[-1].lemma]))
"""


def modules_after(text: str) -> tuple[set[str], str]:
    done = subprocess.run(
        [sys.executable, "-c", CODE, text],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded, lemma = json.loads(done.stdout)
    return set(loaded), lemma


def test_words_of_the_table_open_nothing_heavy() -> None:
    loaded, lemma = modules_after("قال الرئيس الإيراني إن بلاده لن تشارك في الحرب")
    assert loaded.isdisjoint(HEAVY)
    assert lemma == "حرب"


def test_a_form_that_is_not_there_asks_camel_tools() -> None:
    loaded, lemma = modules_after("فسيكتبونهما")
    assert "camel_tools" in loaded
    assert loaded.isdisjoint({"torch", "pandas"})
    assert lemma == "كتب"


@pytest.fixture(scope="module")
def stage() -> Morphology:
    return Morphology()


def test_tokens_of_one_form_and_choice_share_their_analysis(stage: Morphology) -> None:
    doc = stage(annotate(Article("a", "قال الرئيس في بيروت.\nقال الرئيس في بيروت.")))
    first, second = (tokens for _, tokens in doc.tokens_by_sentence())
    assert all(a.analysis is b.analysis for a, b in zip(first, second, strict=True))


def test_only_the_cheapest_candidate_of_a_tag_contends(stage: Morphology) -> None:
    word = stage._word("بين", "word")
    tags = [(tag, joined) for _, tag, joined in word.contenders]
    assert len(tags) == len(set(tags)) == len({(t, j) for _, t, j in word.candidates})
    assert len(tags) < len(word.candidates)
    for place, (cost, tag, joined) in zip(word.places, word.contenders, strict=True):
        assert word.candidates[place] == (cost, tag, joined)
        assert cost == min(c for c, t, j in word.candidates if (t, j) == (tag, joined))


def test_only_the_reading_that_is_chosen_is_unpacked(stage: Morphology) -> None:
    stage(annotate(Article("a", "كتب")))
    word = stage._word("كتب", "word")
    assert isinstance(word.readings, Packed)
    assert len(word.readings._unpacked) < len(word.readings)
    assert list(word.readings) == [r for r, _ in stage.lexicon.solutions.look_up("كتب") or ()]
