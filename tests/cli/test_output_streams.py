"""Where records go: standard output, files, pipes that close, terminals."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsnlp.analysis.records import DATE
from newsnlp.analysis.schema import Row
from newsnlp.cli.output import OutputOptions, write
from newsnlp.errors import NewsnlpError, UsageError

ROW: Row = {"sentence": 0, "text": "أمس", "start": 4, "end": 7, "grain": "day", "rule": "word"}
LINE = (
    '{"source": "a.txt", "sentence": 0, "text": "أمس", "start": 4, "end": 7, '
    '"value": null, "grain": "day", "rule": "word"}\n'
).encode()
ROOT = Path(__file__).parents[2]
PROGRAM = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from newsnlp.analysis.records import DATE
from newsnlp.cli.output import OutputOptions, quiet_pipe, write
row = {ROW!a}
"""
# Unbuffered, a program has nothing left to lose as it exits, and the tests would see less.
ENVIRON = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def run(code: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM + code], capture_output=True, env=ENVIRON | environ
    )


def to_file(path: Path, rows: Iterator[Row] | None = None) -> None:
    documents = [("a.txt", rows or [ROW])]
    write(DATE, documents, options=OutputOptions(format="jsonl", output=path))


@pytest.mark.parametrize(
    "environ",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
)
def test_standard_output_is_utf8_whatever_the_locale(environ: dict[str, str]) -> None:
    done = run("write(DATE, [('a.txt', [row])], options=OutputOptions(format='jsonl'))", **environ)
    assert (done.stdout, done.stderr) == (LINE, b"")


def test_a_dash_is_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    to_file(Path("-"))
    assert capsysbinary.readouterr().out == LINE


@pytest.mark.parametrize("after", ["pass", "print('and more')"])
@pytest.mark.parametrize("name", ["table", "json", "jsonl", "csv", "tsv", "md"])
def test_a_closed_pipe_ends_quietly(name: str, after: str) -> None:
    code = f"""
def documents():
    while True:
        yield "a.txt", [row] * 100
write(DATE, documents(), options=OutputOptions(format={name!r}))
{after}
"""
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM + code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRON,
    )
    assert program.stdout and program.stderr
    assert program.stdout.readline()
    program.stdout.close()
    complaint = program.stderr.read()
    program.stderr.close()
    assert (program.wait(timeout=30), complaint) == (0, b"")


@pytest.mark.parametrize(
    "code",
    [
        "write(DATE, [('a.txt', [row])], options=OutputOptions(format='json'))",
        "write(DATE, [('a.txt', [row])], options=OutputOptions())",
        "with quiet_pipe(): print('x')",
        "with quiet_pipe(): print('x', flush=True)",
        "with quiet_pipe(): print('x'); sys.exit(0)",
    ],
)
def test_a_pipe_that_closed_before_anything_was_sent_ends_quietly(code: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM + code], stdout=writer, stderr=subprocess.PIPE, env=ENVIRON
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_exit_status_outlives_a_closed_pipe() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    code = "with quiet_pipe(): print('x'); sys.exit(3)"
    done = subprocess.run([sys.executable, "-c", PROGRAM + code], stdout=writer, env=ENVIRON)
    os.close(writer)
    assert done.returncode == 3


def test_a_broken_pipe_of_an_input_is_not_taken_for_ours(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def rows() -> Iterator[Row]:
        yield ROW
        raise BrokenPipeError("a worker died")

    with pytest.raises(BrokenPipeError, match="a worker died"):
        write(DATE, [("a.txt", rows())], options=OutputOptions(format="jsonl"))
    assert capsys.readouterr().out


def test_what_is_done_is_sent_before_the_next_document_is_made(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    def documents() -> Iterator[tuple[str, list[Row]]]:
        yield "a.txt", [ROW]
        assert os.read(reader, 1000) == LINE
        yield "b.txt", []

    write(DATE, documents(), options=OutputOptions(format="jsonl", output=pipe))
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)  # written to, not replaced


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old and longer than the new one" * 20)
    path.chmod(0o640)
    to_file(path)
    assert path.read_bytes() == LINE
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, error: type[BaseException]
) -> None:
    def rows() -> Iterator[Row]:
        yield ROW
        assert len(list(tmp_path.iterdir())) == 2
        raise error

    path = tmp_path / "out.jsonl"
    path.write_text("old")
    with pytest.raises(error):
        to_file(path, rows())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").touch()
    link = tmp_path / "link.jsonl"
    link.symlink_to("real.jsonl")
    to_file(link)
    assert link.is_symlink()
    assert (tmp_path / "real.jsonl").read_bytes() == LINE


def test_a_file_that_cannot_be_made_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot write to .*absent.*: No such file"):
        to_file(tmp_path / "absent" / "out.jsonl")
    with pytest.raises(UsageError, match="cannot write to"):
        to_file(tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_plainly() -> None:
    with pytest.raises(NewsnlpError, match="cannot write /dev/full: No space left"):
        to_file(Path("/dev/full"))


def test_lone_surrogates_are_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out"
    for name in ("table", "json", "jsonl", "csv", "tsv", "md"):
        options = OutputOptions(format=name, output=path)
        write(DATE, [("a\udcff.txt", [ROW | {"text": "x\ud83dy"}]), ("b", [])], options=options)
        assert "x\ufffdy" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("environ", "width"), [({}, 120), ({"COLUMNS": "60"}, 60)])
def test_a_table_in_a_pipe_is_as_wide_as_it_needs_up_to_a_limit(
    environ: dict[str, str],
    width: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    write(DATE, [("a.txt", [ROW | {"text": "كلمة " * 60}])], options=OutputOptions())
    assert len(capsys.readouterr().out.splitlines()[0]) == width
    write(DATE, [("a.txt", [ROW])], options=OutputOptions())
    piped = capsys.readouterr().out
    assert len(piped.splitlines()[0]) == 32
    assert "│  أمس │" in piped  # raw, so that grep finds it


def test_a_terminal_gets_its_width_its_color_and_isolates() -> None:
    pty = pytest.importorskip("pty")
    keeper, terminal = pty.openpty()
    environ = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM_PROGRAM")}
    environ |= {"COLUMNS": "40", "TERM": "xterm-256color", "WT_SESSION": ""}
    code = "write(DATE, [('a.txt', [row | {'value': 'v ' * 40}])], options=OutputOptions())"
    subprocess.run([sys.executable, "-c", PROGRAM + code], stdout=terminal, env=environ, check=True)
    os.close(terminal)
    seen = os.read(keeper, 10_000).decode()
    os.close(keeper)
    assert seen.splitlines()[0] == f"╭{'─' * 7}┬{'─' * 6}┬{'─' * 15}┬{'─' * 7}╮"
    assert "\u2068أمس\u2069" in seen
    assert "\x1b[1msent.\x1b[0m" in seen
