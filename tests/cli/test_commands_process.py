"""The command as a process: bytes, pipes and statuses that only a real one shows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsnlp

ROOT = Path(newsnlp.__file__).parents[1]
FORMS = ["frequencies", "--by", "form", "--stopwords", "none"]  # needs no model


def run(
    *arguments: str, text: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "newsnlp", *arguments],
        input=text.encode(),
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        check=False,
    )


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "cp1252"}]
)
def test_output_is_utf8_whatever_the_locale(env: dict[str, str]) -> None:
    done = run(*FORMS, "--format", "tsv", "-", "غائب.txt", text="خبر\r\n", env=env)
    assert done.returncode == 1
    assert "خبر\t1\t1000000.0\n" in done.stdout.decode()
    assert b"\r" not in done.stdout
    assert "غائب.txt: no such file" in done.stderr.decode()
    assert run("--help", env=env).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="the shell of Windows has no head")
def test_a_reader_that_leaves_early_ends_it_quietly() -> None:
    command = f"'{sys.executable}' -m newsnlp {' '.join(FORMS)} -f csv - | head -1"
    words = " ".join(f"كلمة{number}" for number in range(50_000))
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        input=words.encode(),
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("arguments", [["--help"], ["schema"], [*FORMS, "-"]])
def test_a_full_disk_is_told_in_a_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "newsnlp", *arguments],
            input=b"x",
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"error: ") and done.stderr.count(b"\n") == 1


def test_a_closed_standard_input_is_told(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m newsnlp {' '.join(FORMS)} <&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert b"standard input is closed" in done.stderr


def test_an_old_output_file_stays_when_the_run_fails(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("old", encoding="utf-8")
    done = run("tokens", "--engine", "camel-mle", "-", "--json", "-o", str(out), text="خبر",
               env={"CAMELTOOLS_DATA": str(tmp_path)})  # fmt: skip
    assert done.returncode == 3
    assert b"newsnlp models install camel-mle" in done.stderr
    assert out.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_workers_write_the_same_bytes(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(f"خبر {number} " * 9, encoding="utf-8")
    alone = run(*FORMS, str(tmp_path), "--json")
    together = run(*FORMS, str(tmp_path), "--json", "--jobs", "2")
    assert (alone.returncode, together.returncode) == (0, 0)
    assert together.stdout == alone.stdout
    assert len(json.loads(alone.stdout)["documents"]) == 40
    assert together.stderr == b""
