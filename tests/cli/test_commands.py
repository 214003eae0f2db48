"""What each command writes, from stages that need no model."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from newsnlp import pipeline
from newsnlp.analysis.records import KINDS
from newsnlp.analysis.schema import json_schema, record_schema
from newsnlp.cli.app import app
from newsnlp.errors import ResourceError

TEXT = "زار الرئيس بيروت أمس.\nعاد من بيروت.\n"

pytestmark = pytest.mark.usefixtures("fake_stages")


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two texts."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("بيروت", encoding="utf-8")
    return tmp_path


def run(*arguments: str, text: str | None = None) -> Any:
    return CliRunner().invoke(app, [*arguments], input=text)


def run_json(*arguments: str, text: str | None = None) -> Any:
    done = run(*arguments, "--json", text=text)
    assert (done.exit_code, done.stderr) == (0, "")
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["summary"], "summary"),
        (["entities"], "entity"),
        (["entities", "--merge"], "entity"),
        (["entities", "--mentions"], "mention"),
        (["tokens"], "token"),
        (["dates"], "date"),
        (["dates", "--date", "2024-01-31"], "date"),
        (["frequencies"], "frequency"),
        (["frequencies", "--merge"], "frequency"),
        (["frequencies", "--by", "form"], "frequency_form"),
        (["frequencies", "--by", "root"], "frequency_root"),
        (["frequencies", "--by", "pos"], "frequency_pos"),
        (["frequencies", "--by", "ngram", "--stopwords", "none"], "frequency_ngram"),
    ],
)
def test_json_keeps_to_its_schema(news: Path, arguments: list[str], kind: str) -> None:
    written = run_json(*arguments, "a.txt", "b.txt")
    Draft202012Validator(json_schema(KINDS[kind])).validate(written)
    merged = "--merge" in arguments
    assert [d["source"] for d in written["documents"]] == (["*"] if merged else ["a.txt", "b.txt"])
    assert written["documents"][0][KINDS[kind].command] or kind == "frequency_root"
    lines = run(*arguments, "a.txt", "--format", "jsonl").stdout.splitlines()
    flat = Draft202012Validator(record_schema(KINDS[kind]))
    assert not [error for line in lines for error in flat.iter_errors(json.loads(line))]


def test_piped_text_is_read_without_a_path() -> None:
    document = run_json("tokens", text=TEXT)["documents"][0]
    assert document["source"] == "-"
    assert [token["text"] for token in document["tokens"]][:2] == ["زار", "الرئيس"]


def test_the_limit_holds_for_each_document(news: Path) -> None:
    documents = run_json("tokens", "-n", "2", "a.txt", "b.txt")["documents"]
    assert [len(document["tokens"]) for document in documents] == [2, 1]


def test_pretokenized_lines_are_sentences() -> None:
    rows = run_json("tokens", "--pretokenized", text="5.5% ،قال\nنعم")["documents"][0]["tokens"]
    assert [(row["sentence"], row["text"]) for row in rows] == [
        (0, "5.5%"),
        (0, "،قال"),
        (1, "نعم"),
    ]


def test_entities_by_type(news: Path) -> None:
    places = run_json("entities", "--type", "per, loc", "a.txt")["documents"][0]["entities"]
    assert [(row["name"], row["count"]) for row in places] == [("بيروت", 2)]
    assert run_json("entities", "--type", "PER", "a.txt")["documents"][0]["entities"] == []


def test_mentions_can_be_cut_out_of_the_text(news: Path) -> None:
    rows = run_json("entities", "--mentions", "a.txt")["documents"][0]["entities"]
    assert [TEXT[row["start"] : row["end"]] for row in rows] == ["بيروت", "بيروت"]


def test_merging_counts_over_documents(news: Path) -> None:
    (row,) = run_json("entities", "--merge", ".")["documents"][0]["entities"]
    assert (row["count"], row["mentions"]) == (3, [])
    rows = run_json("frequencies", "--merge", "--by", "form", ".")["documents"][0]["frequencies"]
    assert (rows[0]["form"], rows[0]["count"]) == ("بيروت", 3)


def test_a_table_of_frequencies_is_short_unless_asked(tmp_path: Path) -> None:
    text = " ".join("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"[n] + "ا" * m for n in range(28) for m in (2, 3))
    table = ["frequencies", "--by", "form"]
    assert len(run(*table, text=text).stdout.splitlines()) == 30 + 4
    assert len(run(*table, "-n", "40", text=text).stdout.splitlines()) == 40 + 4
    assert len(run(*table, "-f", "tsv", text=text).stdout.splitlines()) == 56 + 1


@pytest.mark.parametrize(
    ("options", "counted"),
    [
        ([], {"بيروت"}),
        (["--stopwords", "default"], {"بيروت"}),
        (["--stopwords", "none"], {"بيروت", "في", "كل"}),
        (["--by", "form"], {"بيروت"}),
        (["--by", "form", "--stopwords", "none"], {"بيروت", "في", "كل"}),
    ],
)
def test_stop_words_are_left_out_unless_asked_for(options: list[str], counted: set[str]) -> None:
    rows = run_json("frequencies", *options, text="في كل بيروت")["documents"][0]["frequencies"]
    assert {row.get("lemma", row.get("form")) for row in rows} == counted
    assert {row["per_million"] for row in rows} == {333333.33}


def test_parts_of_speech_are_those_of_the_whole_text() -> None:
    pos = ["frequencies", "--by", "pos"]
    whole = run_json(*pos, text="في كل بيروت.")["documents"][0]["frequencies"]
    assert [(row["pos"], row["count"]) for row in whole] == [("noun", 3)]
    asked = run_json(*pos, "--stopwords", "default", text="في كل بيروت.")
    assert [row["count"] for row in asked["documents"][0]["frequencies"]] == [1]


def test_stop_words_of_ones_own(news: Path) -> None:
    (news / "mine.txt").write_text("بيروت # the city\n", encoding="utf-8")
    rows = run_json("frequencies", "--stopwords", "mine.txt", "a.txt")
    lemmas = {row["lemma"] for row in rows["documents"][0]["frequencies"]}
    assert "بيروت" not in lemmas and "الرئيس" in lemmas


@pytest.mark.parametrize("command", ["dates", "summary"])
def test_a_date_is_for_texts_that_carry_none(news: Path, command: str) -> None:
    lines = [{"text": "أمس", "id": 1, "date": "2020-02-02"}, {"text": "أمس", "id": 2}]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (news / "rows.jsonl").write_text(text, encoding="utf-8")
    columns = ["--text-column", "text", "--id-column", "id", "--date-column", "date"]
    done = run(command, "rows.jsonl", *columns, "--date", "2024-01-31", "--json")
    found = [document[command][0] for document in json.loads(done.stdout)["documents"]]
    dated = [row["dates"][0] if command == "summary" else row for row in found]
    assert [row["value"] for row in dated] == ["2020-02-02", "2024-01-31"]


def test_summary_shows_as_many_as_asked(news: Path) -> None:
    (row,) = run_json("summary", "--top", "1", "a.txt")["documents"][0]["summary"]
    assert len(row["top_lemmas"]) == 1


def test_one_text_that_cannot_be_read_keeps_no_other_back(news: Path) -> None:
    done = run("tokens", "none.txt", "a.txt", "--format", "tsv")
    assert done.exit_code == 1
    assert done.stderr.startswith("error: none.txt: no such file")
    assert "بيروت" in done.stdout


@pytest.mark.parametrize("shown", [False, True])
def test_one_text_that_breaks_a_stage_is_named(news: Path, shown: bool) -> None:
    (news / "bad.txt").write_text("عطل", encoding="utf-8")
    done = run("tokens", "bad.txt", "a.txt", "-f", "tsv", *(["--verbose"] if shown else []))
    assert done.exit_code == 1
    assert "error: bad.txt: RuntimeError: broken on purpose" in done.stderr
    assert ("Traceback" in done.stderr) is shown
    assert "بيروت" in done.stdout


def test_one_text_without_rows_is_named(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_open_entities", lambda engine: lambda doc: doc)
    done = run("entities", "a.txt", "--json")
    assert done.exit_code == 1
    assert "a.txt: ValueError" in done.stderr
    assert json.loads(done.stdout)["documents"] == []


def test_a_missing_model_is_status_3(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(engine: str) -> None:
        raise ResourceError("the model is gone", remedy="newsnlp models install it")

    monkeypatch.setattr(pipeline, "_open_morphology", missing)
    done = run("tokens", "a.txt", "b.txt")
    assert done.exit_code == 3
    assert done.stderr.count("the model is gone") == 1
    assert "newsnlp models install it" in done.stderr


def test_nobody_foresaw_this_but_it_is_one_line(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **options: object) -> None:
        raise LookupError("a bug")

    monkeypatch.setattr("newsnlp.cli.session.write", broken)
    done = run("tokens", "a.txt")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0] == "error: LookupError: a bug"
    assert "--verbose" in done.stderr and "Traceback" not in done.stderr


def test_interruption_is_status_130(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsnlp.cli.session.write", interrupted)
    done = run("tokens", "a.txt")
    assert (done.exit_code, done.stdout) == (130, "")
    assert "Traceback" not in done.stderr


def test_quiet_leaves_errors_only(news: Path) -> None:
    (news / "empty.txt").touch()
    assert "empty" in run("tokens", "empty.txt").stderr
    assert run("tokens", "empty.txt", "--quiet").stderr == ""
    assert "error" in run("tokens", "none.txt", "--quiet").stderr


def test_an_output_file_takes_all(news: Path) -> None:
    done = run("tokens", "a.txt", "-f", "csv", "--excel", "-o", "out.csv")
    assert (done.exit_code, done.stdout) == (0, "")
    written = (news / "out.csv").read_text(encoding="utf-8-sig")
    assert [row["text"] for row in csv.DictReader(io.StringIO(written))][:1] == ["زار"]


def test_an_output_file_that_cannot_be_made_is_a_wrong_call(news: Path) -> None:
    assert run("tokens", "a.txt", "-o", "none/out.csv").exit_code == 2
