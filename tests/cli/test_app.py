"""The front door: help, version, wrong calls, and what every command has in common."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import newsnlp
from newsnlp.cli.app import app
from newsnlp.cli.commands import NAMES

ROOT = Path(newsnlp.__file__).parents[1]
LEAVES = [*(n for n in NAMES if n != "models")] + [
    f"models {name}" for name in ("list", "install", "path", "verify")
]


def help_of(command: str) -> str:
    done = CliRunner().invoke(
        app, [*command.split(), "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"}
    )
    assert done.exit_code == 0
    return done.stdout


def test_no_arguments_are_a_question() -> None:
    done = CliRunner().invoke(app, [])
    assert done.exit_code == 0
    assert done.stdout == CliRunner().invoke(app, ["--help"]).stdout


def test_version() -> None:
    done = CliRunner().invoke(app, ["--version"])
    assert (done.exit_code, done.stdout) == (0, f"newsnlp {newsnlp.__version__}\n")


@pytest.mark.parametrize("arguments", [[], ["tokens"], ["models"], ["models", "path"]])
def test_short_help_is_help(arguments: list[str]) -> None:
    runner = CliRunner()
    short = runner.invoke(app, [*arguments, "-h"])
    assert short.exit_code == 0
    assert short.stdout == runner.invoke(app, [*arguments, "--help"]).stdout


def test_help_lists_the_commands_that_exist_in_their_order() -> None:
    listed = re.findall(r"^│ ([a-z]+) ", help_of(""), flags=re.MULTILINE)
    assert [name for name in listed if name in NAMES] == list(NAMES)
    files = {path.stem for path in (ROOT / "newsnlp/cli/commands").glob("*.py")}
    assert files - {"__init__"} == set(NAMES) == set(listed)


@pytest.mark.parametrize("command", ["models", *LEAVES])
def test_every_command_says_what_it_is_for_and_shows_how(command: str) -> None:
    shown = help_of(command)
    purpose = next(line.strip() for line in shown.splitlines()[2:] if line.strip())
    assert purpose.endswith(".") and len(purpose) <= 100
    examples = [line for line in shown.splitlines() if line.strip().startswith("newsnlp ")]
    examples += [line for line in shown.splitlines() if "| newsnlp " in line]
    assert 2 <= len(examples) <= 3
    assert all(f"newsnlp {command}".strip() in line for line in examples)


@pytest.mark.parametrize("command", LEAVES)
def test_every_option_says_what_it_does(command: str) -> None:
    group = typer.main.get_command(app)
    context = typer.Context(group)
    for name in command.split():
        group = group.get_command(context, name)  # type: ignore[attr-defined]
        context = typer.Context(group, parent=context)
    assert all(getattr(param, "help", "") for param in group.params)


@pytest.mark.parametrize("command", NAMES)
def test_every_command_stands_in_the_readme(command: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^\| `(newsnlp )?{command}\b", readme, flags=re.MULTILINE)


def test_the_contract_tells_what_is_there_from_what_is_promised() -> None:
    there, promised = (
        re.findall(r"`([a-z]+)[^`]*`", " ".join(re.findall(r"^\| (`[^|]*) \|", part, re.MULTILINE)))
        for part in (ROOT / "docs/contract.md")
        .read_text(encoding="utf-8")
        .split("## Options")[0]
        .split("Promised")
    )
    assert sorted(there) == sorted(NAMES)
    assert promised and not set(promised) & set(NAMES)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["tokns"], "'tokens'"),
        (["tokens", "--engine", "farasa"], "camel-mle"),
        (["tokens", "--format", "xml"], "jsonl"),
        (["tokens", "--limit", "many"], "--limit"),
        (["tokens", "--jobs", "-1"], "--jobs"),
        (["tokens", "--nonsense"], "--nonsense"),
        (["tokens", "--json", "--format", "csv", "-"], "--json"),
        (["tokens", "--excel", "-"], "--excel"),
        (["tokens", "--encoding", "klingon", "-"], "klingon"),
        (["dates", "--date", "yesterday", "-"], "yesterday"),
        (["entities", "--type", "PER,FOO", "-"], "FOO"),
        (["entities", "--type", ",", "-"], "PER"),
        (["entities", "--mentions", "--merge", "-"], "--merge"),
        (["frequencies", "--by", "letter", "-"], "lemma"),
        (["frequencies", "--ngram-size", "1", "-"], "--ngram-size"),
        (["frequencies", "--stopwords", "/nowhere", "-"], "/nowhere"),
        (["analyze"], "WORD"),
        (["schema", "poem"], "tokens"),
        (["models", "path", "gpt"], "camel-ner"),
        (["models", "install", "gpt"], "camel-ner"),
    ],
)
def test_a_wrong_call_is_told_on_standard_error(arguments: list[str], named: str) -> None:
    done = CliRunner().invoke(app, arguments, input="خبر", env={"COLUMNS": "200"})
    assert done.exit_code == 2
    assert named in done.stderr
    assert done.stdout == ""


def test_a_terminal_that_gives_nothing_is_told_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsnlp.cli.session.is_terminal", lambda stream: True)
    done = CliRunner().invoke(app, ["tokens"])
    assert done.exit_code == 2
    assert "nothing to read" in done.stderr
    assert "pipe" in done.stderr
