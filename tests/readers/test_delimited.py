"""What only CSV and TSV can get wrong: cells, quotation marks, delimiters."""

from __future__ import annotations

import pytest


def test_short_and_long_csv_rows_are_told(tmp_path, reading):
    path = tmp_path / "a.csv"
    path.write_text("id,text,date\n1,أ,\n2\n3,ج,2024-01-31,ذيل\n\n4,د\n", encoding="utf-8")
    result = reading(path)
    assert result.texts == ["أ", "ج", "د"]
    (error,) = result.errors
    assert error.source == f"{path}:3"
    assert "no text" in str(error)
    assert result.warnings == [(f"{path}:4", "4 cells under 3 columns")]


def test_an_empty_cell_is_an_empty_article_with_a_warning(tmp_path, reading):
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,""\n')
    result = reading(path)
    assert result.texts == [""]
    assert result.warnings == [(f"{path}#1", "empty")]


def test_a_quotation_mark_left_open_does_not_swallow_the_file_in_silence(tmp_path, reading):
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,أ\n2,"ب\n3,ج\n', encoding="utf-8")
    result = reading(path)
    assert result.texts == ["أ"]
    (error,) = result.errors
    assert error.source == f"{path}:3"


def test_cells_may_be_larger_than_the_csv_module_likes(tmp_path, reading):
    (tmp_path / "a.csv").write_text("text\n" + "خبر" * 200_000, encoding="utf-8")
    assert len(reading(tmp_path).texts[0]) == 600_000


@pytest.mark.parametrize(("delimiter", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_other_delimiters_in_csv_are_noticed(tmp_path, reading, delimiter, name):
    path = tmp_path / "a.csv"
    path.write_text(f"id{delimiter}text\n1{delimiter}أ، ب\n", encoding="utf-8")
    result = reading(path)
    assert result.texts == ["أ، ب"]
    assert result.warnings == [(str(path), f"columns parted by {name} (guessed)")]


def test_a_table_of_nothing_but_a_header_is_empty(tmp_path, reading):
    path = tmp_path / "a.csv"
    path.write_text("id,text\n")
    assert reading(path).warnings == [(str(path), "empty")]


def test_nul_bytes_in_a_cell_are_kept_and_told(tmp_path, reading):
    path = tmp_path / "a.csv"
    path.write_bytes("text\nخبر\0عاجل من العاصمة\n".encode())
    result = reading(path)
    assert result.texts == ["خبر\0عاجل من العاصمة"]
    assert "NUL" in result.warnings[0][1]
