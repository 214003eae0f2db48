from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

import newsnlp.readers
from newsnlp.errors import MissingInput, UnreadableInput
from newsnlp.readers import read


def test_all_is_sorted():
    assert sorted(newsnlp.readers.__all__) == newsnlp.readers.__all__


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"خبر {name}", encoding="utf-8")


def test_sources_are_the_paths_as_given(tmp_path, monkeypatch, reading):
    write(tmp_path, "a.txt", "sub/b.txt")
    monkeypatch.chdir(tmp_path)
    assert reading("./a.txt", "sub").sources == ["./a.txt", "sub/b.txt"]


def test_folders_are_walked_in_sorted_order_for_known_suffixes(tmp_path, monkeypatch, reading):
    write(tmp_path, "z.txt", "b/2.html", "b/1.TXT", "a.txt", "c.md", ".hidden.txt", ".git/x.txt")
    monkeypatch.chdir(tmp_path)
    result = reading(".")
    assert result.sources == ["a.txt", "b/1.TXT", "b/2.html", "z.txt"]
    assert not result.errors


def test_named_files_are_read_whatever_their_suffix(tmp_path, reading):
    write(tmp_path, "notes", "old.dat", ".hidden")
    names = [tmp_path / name for name in ("notes", "old.dat", ".hidden")]
    assert reading(*names).texts == ["خبر notes", "خبر old.dat", "خبر .hidden"]


def test_globs_expand_sorted_and_folders_in_them_are_walked(tmp_path, monkeypatch, reading):
    write(tmp_path, "2.txt", "1.txt", "3.csv.bak", "d1/x.txt", "d2/y.txt")
    monkeypatch.chdir(tmp_path)
    assert reading("*.txt").sources == ["1.txt", "2.txt"]
    assert reading("d?").sources == ["d1/x.txt", "d2/y.txt"]


def test_two_stars_reach_down_and_give_each_file_once(tmp_path, monkeypatch, reading):
    write(tmp_path, "1.txt", "d/2.txt", "d/e/3.txt")
    monkeypatch.chdir(tmp_path)
    assert reading("**/*.txt").sources == ["1.txt", "d/2.txt", "d/e/3.txt"]
    assert sorted(reading("**").sources) == ["1.txt", "d/2.txt", "d/e/3.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path, reading):
    write(tmp_path, "a[1].txt", "a1.txt")
    assert reading(tmp_path / "a[1].txt").texts == ["خبر a[1].txt"]


def test_a_circle_of_links_ends_and_gives_each_file_once(tmp_path, reading):
    write(tmp_path, "d/a.txt")
    (tmp_path / "d" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "d" / "self").symlink_to(tmp_path / "d", target_is_directory=True)
    assert reading(tmp_path).texts == ["خبر d/a.txt"]


def test_a_linked_folder_is_read(tmp_path, reading):
    write(tmp_path, "elsewhere/a.txt")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert len(reading(tmp_path / "here").articles) == 1


def test_a_link_that_leads_nowhere_is_told(tmp_path, reading):
    write(tmp_path, "b.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    result = reading(tmp_path)
    assert [type(error) for error in result.errors] == [MissingInput]
    assert result.texts == ["خبر b.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_does_not_hang_the_walk(tmp_path, reading):
    write(tmp_path, "b.txt")
    os.mkfifo(tmp_path / "a.txt")
    assert reading(tmp_path).texts == ["خبر b.txt"]


@pytest.mark.parametrize("name", ["missing.txt", "no*.txt", "nul\0.txt", "م" * 5000])
def test_what_is_not_there_is_told_and_the_others_run(tmp_path, name, reading):
    write(tmp_path, "a.txt")
    result = reading(tmp_path / name, tmp_path / "a.txt")
    assert [type(error) for error in result.errors] == [MissingInput]
    assert result.errors[0].source == str(tmp_path / name)
    assert result.texts == ["خبر a.txt"]


def test_a_sentence_in_place_of_a_path_gets_a_remedy(reading):
    assert "standard input" in reading("زار الرئيس بيروت").errors[0].remedy


def test_without_on_error_the_first_error_is_raised(tmp_path):
    with pytest.raises(MissingInput, match="missing"):
        list(read([str(tmp_path / "missing")]))


@pytest.mark.parametrize("names", [[], ["a.md", ".x.txt"]])
def test_a_folder_without_text_is_told(tmp_path, names, reading):
    write(tmp_path, *names)
    (error,) = reading(tmp_path).errors
    assert isinstance(error, MissingInput)
    assert ".txt" in error.remedy


def test_a_file_without_permission_is_told_and_the_others_run(tmp_path, monkeypatch, reading):
    write(tmp_path, "a.txt", "b.txt")
    real_open = Path.open

    def guarded(self, *args, **kwargs):
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return real_open(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", guarded)
    result = reading(tmp_path)
    assert [type(error) for error in result.errors] == [UnreadableInput]
    assert "permission denied" in str(result.errors[0])
    assert result.texts == ["خبر b.txt"]


def test_a_folder_without_permission_is_told_and_the_others_run(tmp_path, monkeypatch, reading):
    write(tmp_path, "shut/a.txt", "z.txt")
    real_iterdir = Path.iterdir

    def guarded(self):
        if self.name == "shut":
            raise PermissionError(13, "Permission denied", str(self))
        return real_iterdir(self)

    monkeypatch.setattr(Path, "iterdir", guarded)
    result = reading(tmp_path)
    assert [error.source for error in result.errors] == [str(tmp_path / "shut")]
    assert result.texts == ["خبر z.txt"]
    # A glob that leads into the same folder tells it just as well.
    assert len(reading(tmp_path / "s*").errors) >= 1


@pytest.mark.skipif(os.name == "nt", reason="Windows file names are always text")
def test_a_name_that_is_not_text_can_be_written_as_utf8(tmp_path, reading):
    path = tmp_path / os.fsdecode(b"\xe1\xc7.txt")
    try:
        path.write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (article,) = reading(tmp_path).articles
    assert "\ufffd" in article.source
    article.source.encode()


def test_standard_input_is_plain_text_named_by_a_dash(tmp_path, reading):
    write(tmp_path, "a.txt")
    result = reading("-", tmp_path / "a.txt", stdin="{خبر}".encode())
    assert result.sources == ["-", str(tmp_path / "a.txt")]
    assert result.texts[0] == "{خبر}"


def test_standard_input_is_that_of_the_process_by_default(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("خبر".encode("windows-1256"))))
    assert [article.text for article in read(["-"])] == ["خبر"]


def test_closed_standard_input_is_told(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(UnreadableInput, match="closed"):
        list(read(["-"]))


def test_a_single_string_is_one_path(tmp_path):
    write(tmp_path, "a.txt")
    assert len(list(read(str(tmp_path / "a.txt")))) == 1


def test_files_are_opened_in_their_turn(tmp_path):
    write(tmp_path, "a.txt", "b.txt")
    articles = read([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    next(articles)
    (tmp_path / "b.txt").write_text("changed")
    assert next(articles).text == "changed"
