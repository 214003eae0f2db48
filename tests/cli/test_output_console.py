"""The talk beside the data: standard error, and nothing of it on standard output."""

import io
import sys

import pytest

from newsnlp.cli.console import Console, wants_color
from newsnlp.errors import InputError, NewsnlpError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_talk_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console(verbose=True)
    console.say("read 3 files")
    console.detail("engine: bundled")
    console.warn("no date column")
    console.error(NewsnlpError("x.txt: no such file"))
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "read 3 files\nengine: bundled\nwarning: no date column\nerror: x.txt: no such file\n"
    )


def test_an_error_comes_with_its_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    Console().error(InputError("a.txt", "not UTF-8", remedy="try --encoding cp1256"))
    assert capsys.readouterr().err == "error: a.txt: not UTF-8\n  try --encoding cp1256\n"


def test_quiet_leaves_errors_only(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console(quiet=True, verbose=True)
    console.say("a")
    console.detail("b")
    console.warn("c")
    console.error(NewsnlpError("d"))
    assert capsys.readouterr().err == "error: d\n"


def test_details_are_for_those_who_ask(capsys: pytest.CaptureFixture[str]) -> None:
    Console().detail("engine: bundled")
    assert capsys.readouterr().err == ""


def test_a_name_in_a_message_cannot_act(capsys: pytest.CaptureFixture[str]) -> None:
    Console().error(InputError("\x1b]0;x\x07\u202e\udcff[red].txt", "broken"))
    written = capsys.readouterr().err
    assert not set(written) & set("\x1b\x07\u202e\udcff")
    assert "[red].txt" in written


@pytest.mark.parametrize(
    ("mode", "stream", "environ", "expected"),
    [
        ("auto", Terminal(), {}, True),
        ("auto", io.StringIO(), {}, False),
        ("auto", Terminal(), {"NO_COLOR": "1"}, False),
        ("auto", Terminal(), {"NO_COLOR": ""}, True),
        ("auto", Terminal(), {"TERM": "dumb"}, False),
        ("always", io.StringIO(), {"NO_COLOR": "1"}, True),
        ("never", Terminal(), {}, False),
    ],
)
def test_who_gets_color(mode, stream, environ, expected) -> None:  # type: ignore[no-untyped-def]
    assert wants_color(mode, stream, environ) is expected


def test_the_word_error_is_colored_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", Terminal())
    Console().error(NewsnlpError("gone"))
    assert sys.stderr.getvalue() == "\x1b[1;31merror:\x1b[0m gone\n"


def test_progress_shows_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for console, shared, stream, shown in [
        (Console(), False, Terminal(), True),
        (Console(), False, io.StringIO(), False),
        (Console(), True, Terminal(), False),
        (Console(quiet=True), False, Terminal(), False),
    ]:
        monkeypatch.setattr(sys, "stderr", stream)
        items = console.track(range(3), label="[red]reading", total=3, shared=shared)
        assert list(items) == [0, 1, 2]
        assert ("reading" in stream.getvalue()) is shown
