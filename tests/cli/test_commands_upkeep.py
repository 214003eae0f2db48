"""The commands that read no text: a word's readings, schemas, and looking after the models."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from newsnlp import resources
from newsnlp.analysis.records import KINDS
from newsnlp.analysis.schema import json_schema
from newsnlp.cli.app import app
from newsnlp.morphology.packages import Package
from newsnlp.morphology.readings import Reading, Variant


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, [*arguments])


def run_json(*arguments: str) -> Any:
    done = run(*arguments, "--json")
    assert (done.exit_code, done.stderr) == (0, "")
    return json.loads(done.stdout)


class FakeLexicon:
    def __init__(self, word: Callable[..., Any]) -> None:
        variants = (Variant("كُتُبٌ", {"cas": "n"}), Variant("كُتُبٍ", {"cas": "g"}))
        self._scored = (
            (Reading(word("كتب", "verb"), (), "", True), -1.0),
            (Reading(word("كتاب", "noun"), variants, "", True), -2.0),
        )

    def analyses(self, word: str) -> Any:
        return self._scored


@pytest.fixture
def lexicon(monkeypatch: pytest.MonkeyPatch, word: Callable[..., Any]) -> None:
    monkeypatch.setattr("newsnlp.morphology.lexicon.Lexicon", lambda: FakeLexicon(word))


@pytest.mark.usefixtures("lexicon")
def test_analyze_gives_every_reading_of_every_word() -> None:
    written = run_json("analyze", "كتب", "كتب 2015")
    Draft202012Validator(json_schema(KINDS["analysis"])).validate(written)
    first, second = written["documents"]
    assert [(row["rank"], row["lemma"]) for row in first["analyze"]] == [(1, "كتب"), (2, "كتاب")]
    assert [row["word"] for row in second["analyze"]] == ["كتب", "كتب", "2015"]


@pytest.mark.usefixtures("lexicon")
def test_analyze_all_gives_every_case() -> None:
    rows = run_json("analyze", "كتب", "--all")["documents"][0]["analyze"]
    assert [(row["rank"], row["diac"]) for row in rows] == [
        (1, None),
        (2, "كُتُبٌ"),
        (2, "كُتُبٍ"),
    ]


@pytest.mark.parametrize("name", [*KINDS, *(kind.command for kind in KINDS.values())])
def test_schemas_are_schemas(name: str) -> None:
    for arguments in ([name], [name, "--record"]):
        done = run("schema", *arguments)
        assert done.exit_code == 0
        Draft202012Validator.check_schema(json.loads(done.stdout))


def test_schema_without_a_name_has_them_all() -> None:
    assert list(json.loads(run("schema").stdout)) == list(KINDS)


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of models with one artefact, and nothing of CAMeL's."""
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "camel"))
    monkeypatch.setattr("newsnlp.cli.artefacts.models_folder", lambda: tmp_path)
    (tmp_path / "table.bin").write_bytes(b"table")
    entry = {"sha256": hashlib.sha256(b"table").hexdigest(), "bytes": 5, "sources": ["lexicon"]}
    (tmp_path / "manifest.json").write_text(json.dumps({"table.bin": entry}), encoding="utf-8")
    return tmp_path


def test_models_lists_what_is_bundled_and_what_is_not(bundle: Path) -> None:
    ours, camels = run_json("models", "list")["documents"]
    assert ours["models"][0]["purpose"] == "made from data/lexicon"
    assert {row["name"]: row["installed"] for row in camels["models"]} == {
        "camel-mle": "no",
        "camel-bert": "no",
        "camel-ner": "no",
    }
    assert run("models").stdout == run("models", "list").stdout


def test_models_path(bundle: Path) -> None:
    assert run("models", "path", "table.bin").stdout == f"{bundle / 'table.bin'}\n"
    missing = run("models", "path", "camel-mle")
    assert missing.exit_code == 3
    assert "newsnlp models install camel-mle" in missing.stderr


def test_models_verify_finds_what_changed(bundle: Path) -> None:
    assert run("models", "verify").exit_code == 0
    (bundle / "table.bin").write_bytes(b"other")
    done = run("models", "verify", "table.bin", "--json")
    (row,) = json.loads(done.stdout)["documents"][0]["models"]
    assert (done.exit_code, row["status"]) == (3, "fail")


@pytest.mark.parametrize("damage", ["", "{", '{"table.bin": {}}', "[]"])
def test_a_damaged_manifest_is_status_3(bundle: Path, damage: str) -> None:
    (bundle / "manifest.json").write_text(damage, encoding="utf-8")
    done = run("models", "list")
    assert done.exit_code == 3
    assert "manifest" in done.stderr and "reinstall" in done.stderr


def test_nothing_is_downloaded_unasked(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def install(name: str, *, confirm: Callable[[Package], bool]) -> Package:
        from newsnlp.morphology.packages import package

        asked.append(confirm(package(name)))
        return package(name)

    monkeypatch.setattr("newsnlp.morphology.packages.install", install)
    assert run("models", "install", "camel-mle").exit_code == 2
    assert asked == []
    done = run("models", "install", "camel-mle", "--yes")
    assert (done.exit_code, asked) == (0, [True])
    assert "GPL" in done.stderr and done.stdout == ""


def test_doctor_finds_nothing_wrong(bundle: Path) -> None:
    checks = run_json("doctor")["documents"][0]["doctor"]
    assert {check["status"] for check in checks} == {"ok"}
    assert {"Python", "bundled models", "CAMeL Tools", "right-to-left"} <= {
        check["name"] for check in checks
    }


def test_doctor_says_what_is_wrong_and_how_to_mend_it(bundle: Path) -> None:
    (bundle / "table.bin").unlink()
    done = run("doctor", "--json")
    assert done.exit_code == 3
    checks = json.loads(done.stdout)["documents"][0]["doctor"]
    (failed,) = [check for check in checks if check["status"] == "fail"]
    assert "table.bin is missing" in failed["detail"]
    assert "reinstall" in failed["remedy"]


def test_doctor_warns_of_half_a_package(bundle: Path) -> None:
    (bundle / "camel" / "data" / "ner" / "arabert").mkdir(parents=True)
    done = run("doctor", "--json")
    checks = {c["name"]: c for c in json.loads(done.stdout)["documents"][0]["doctor"]}
    assert (done.exit_code, checks["camel-ner"]["status"]) == (0, "warn")
    assert checks["camel-ner"]["remedy"] == "newsnlp models install camel-ner"


def test_the_bundled_models_are_as_the_manifest_says() -> None:
    assert (resources.models_folder() / "manifest.json").is_file()
    done = run("models", "verify", "--json")
    assert done.exit_code == 0, done.stdout
