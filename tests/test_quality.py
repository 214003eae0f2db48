"""The quality gate of `.ci/quality.py`: what it lets through, and what it must not."""

from __future__ import annotations

import copy
import hashlib
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
GOLD = b"gold"


@pytest.fixture(scope="module")
def quality() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quality", ROOT / ".ci" / "quality.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def pinned() -> dict[str, Any]:
    digest = hashlib.sha256(GOLD).hexdigest()
    return {"dev.tsv": {"sha256": digest, "floors": {"lemma": 88.0, "pos": 90.0}}}


@pytest.mark.parametrize(
    ("figures", "faults"),
    [
        ({"lemma": 88.0, "pos": 90.1}, []),
        ({"lemma": 87.99, "pos": 95.0}, ["dev.tsv: lemma is 87.99, under its floor of 88.0"]),
        ({"lemma": float("nan"), "pos": 95.0}, ["dev.tsv: lemma is nan, under its floor of 88.0"]),
        ({"lemma": 90.0}, ["dev.tsv: the scorer gives no pos"]),
    ],
)
def test_figures_are_held_against_their_floors(
    quality: ModuleType, pinned: dict[str, Any], figures: dict[str, float], faults: list[str]
) -> None:
    assert quality.compare(pinned, {"dev.tsv": figures}) == faults


@pytest.mark.parametrize("nothing", [{}, {"dev.tsv": {"sha256": "", "floors": {}}}])
def test_a_gate_that_checked_nothing_does_not_open(
    quality: ModuleType, nothing: dict[str, Any]
) -> None:
    assert quality.compare(nothing, {name: {} for name in nothing}) == [
        "no floor was compared: nothing was checked"
    ]


def test_gold_must_be_there_and_be_the_one_pinned(
    quality: ModuleType, pinned: dict[str, Any], tmp_path: Path
) -> None:
    asked: list[Path] = []

    def score(path: Path) -> dict[str, float]:
        asked.append(path)
        return {"lemma": 90.0}

    with pytest.raises(quality.GateError, match="nothing was checked"):
        quality.measure(pinned, tmp_path, score)
    gold = tmp_path / "dev.tsv"
    gold.write_bytes(GOLD + b"!")
    with pytest.raises(quality.GateError, match="not the pinned"):
        quality.measure(pinned, tmp_path, score)
    assert asked == []
    gold.write_bytes(GOLD)
    assert quality.measure(pinned, tmp_path, score) == {"dev.tsv": {"lemma": 90.0}}


def test_floors_rise_and_fall_only_when_told(quality: ModuleType, pinned: dict[str, Any]) -> None:
    measured = {"dev.tsv": {"lemma": 93.27, "pos": 85.0}}
    raised = copy.deepcopy(pinned)
    quality.pin(raised, measured)
    assert raised["dev.tsv"]["floors"] == {"lemma": 92.9, "pos": 90.0}
    quality.pin(raised, measured, lower=True)
    assert raised["dev.tsv"]["floors"] == {"lemma": 92.9, "pos": 84.7}


def test_a_failing_scorer_is_a_failing_gate(
    quality: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "score_tokens.py").write_text("raise SystemExit('out of step')")
    monkeypatch.setattr(quality, "SHARED", tmp_path)
    monkeypatch.setattr(quality, "NEWSNLP", "newsnlp")
    with pytest.raises(quality.GateError, match=r"dev\.tsv: out of step"):
        quality.run_scorer(tmp_path / "dev.tsv")
    monkeypatch.setattr(quality, "NEWSNLP", None)
    with pytest.raises(quality.GateError, match="not installed"):
        quality.run_scorer(tmp_path / "dev.tsv")


def test_lowering_needs_the_flag_that_pins(quality: ModuleType) -> None:
    with pytest.raises(SystemExit):
        quality.main(["--allow-lower"])
