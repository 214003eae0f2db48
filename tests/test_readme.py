"""README shows what the program really prints, and names what there really is.

Rewrite the output of its ``console`` blocks with: python tests/test_readme.py
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ (?P<command>newsnlp [^\n]*)\n(?P<output>.*?)```", re.DOTALL)
MEND = "mend it with: python tests/test_readme.py"
DEPENDENCY = re.compile(r"[A-Za-z0-9-]+")


def output(command: str) -> str:
    """What a command prints into a pipe 110 columns wide."""
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "110"},
        check=True,
    )
    return done.stdout


def blocks() -> list[tuple[str, str]]:
    return [(m["command"], m["output"]) for m in BLOCK.finditer(README.read_text("utf-8"))]


def test_there_is_a_transcript_of_the_seed_article() -> None:
    assert any("newsnlp entities" in command and "seeds/" in command for command, _ in blocks())


@pytest.mark.parametrize(("command", "shown"), blocks(), ids=lambda value: value[:40])
def test_transcripts_are_what_the_program_prints(command: str, shown: str) -> None:
    assert output(command) == shown, MEND


def test_the_dependencies_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [
        name for extra in ("parquet", "zstd") for name in project["optional-dependencies"][extra]
    ]
    needed = {DEPENDENCY.match(line)[0] for line in [*project["dependencies"], *extras]}  # type: ignore[index]
    table = README.read_text("utf-8").partition("## Dependencies")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `([a-z-]+)`", table, flags=re.MULTILINE)) == needed


def test_the_light_install_brings_what_the_full_one_does_but_camel_tools_own() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (light,) = re.findall(r"^pip install -c constraints.txt (cachetools.*)$",
                          README.read_text("utf-8"), flags=re.MULTILINE)  # fmt: skip
    needed = {DEPENDENCY.match(line)[0] for line in project["dependencies"]}  # type: ignore[index]
    assert set(light.split()) == (needed - {"camel-tools"}) | {"cachetools", "six"}


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_files_that_are_pointed_to_are_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert links
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


def rewrite() -> None:
    """Put the program's present output into README."""
    text = README.read_text("utf-8")
    README.write_text(
        BLOCK.sub(lambda m: f"```console\n$ {m['command']}\n{output(m['command'])}```", text),
        encoding="utf-8",
    )


if __name__ == "__main__":
    rewrite()
