"""Files with an article in each row: JSON Lines, CSV, TSV, Parquet."""

from __future__ import annotations

import datetime
import gzip
import json
import lzma
import random
import sys
from functools import partial

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from newsnlp.errors import EncodingError, InputError, UnreadableInput
from newsnlp.readers.articles import parse_date

ROWS = [
    {"id": "ن-1", "text": "خبر، أول", "date": "2024-01-31"},
    {"id": "ن-2", "text": 'قال: "نعم"\nوغادر', "date": "2024/2/1 10:15"},
]
DATES = [datetime.date(2024, 1, 31), datetime.date(2024, 2, 1)]
PACK = {
    "": bytes,
    ".gz": gzip.compress,
    ".xz": partial(lzma.compress, preset=0),
    ".zst": zstandard.ZstdCompressor().compress,
}


def quoted(delimiter: str, rows: list[dict[str, str]]) -> bytes:
    lines = [delimiter.join(rows[0])]
    lines += [
        delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row.values()) for row in rows
    ]
    return "\r\n".join(lines).encode()


def jsonl(rows: list[dict[str, str]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def parquet(rows: list[dict[str, object]]) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(rows), sink)
    return bytes(sink.getvalue())


FILES = {
    ".csv": quoted(",", ROWS),
    ".tsv": quoted("\t", ROWS),
    ".jsonl": jsonl(ROWS),
    ".ndjson": jsonl(ROWS),
    ".parquet": parquet(ROWS),
}


@pytest.mark.parametrize("packed", PACK)
@pytest.mark.parametrize("suffix", FILES)
def test_each_row_is_an_article(tmp_path, reading, suffix, packed):
    path = tmp_path / f"a{suffix}{packed}"
    path.write_bytes(PACK[packed](FILES[suffix]))
    result = reading(tmp_path)
    assert result.texts == [row["text"] for row in ROWS]
    assert result.sources == [f"{path}#ن-1", f"{path}#ن-2"]
    assert [article.date for article in result.articles] == DATES
    assert not result.errors
    assert not result.warnings


@pytest.mark.parametrize("name", ["text", "body", "content", "article", "النص", "Text", " BODY "])
def test_the_usual_names_of_the_text_are_known(tmp_path, reading, name):
    (tmp_path / "a.csv").write_bytes(quoted(",", [{"x": "1", name: "خبر"}]))
    (tmp_path / "b.jsonl").write_bytes(jsonl([{"x": "1", name: "خبر"}]))
    result = reading(tmp_path)
    assert result.texts == ["خبر", "خبر"]
    assert [source.rpartition("#")[2] for source in result.sources] == ["1", "1"]


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".jsonl", ".parquet"])
def test_named_columns_win(tmp_path, reading, suffix):
    rows = [{"text": "خطأ", "نص الخبر": "خبر", "رقم": "7", "يوم": "2024-01-31", "id": "x"}]
    make = {
        ".csv": lambda: quoted(",", rows),
        ".tsv": lambda: quoted("\t", rows),
        ".jsonl": lambda: jsonl(rows),
        ".parquet": lambda: parquet(rows),
    }
    path = tmp_path / f"a{suffix}"
    path.write_bytes(make[suffix]())
    result = reading(path, text_column="نص الخبر", id_column="رقم", date_column="يوم")
    assert result.texts == ["خبر"]
    assert result.sources == [f"{path}#7"]
    assert result.articles[0].date == DATES[0]


@pytest.mark.parametrize("column", ["text_column", "id_column", "date_column"])
@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".parquet"])
def test_a_missing_column_lists_those_that_exist(tmp_path, reading, suffix, column):
    (tmp_path / f"a{suffix}").write_bytes(FILES[suffix])
    (tmp_path / "b.txt").write_text("خبر", encoding="utf-8")
    result = reading(tmp_path, **{column: "nope"})
    (error,) = result.errors
    assert "'nope'" in str(error)
    assert "id, text, date" in str(error)
    assert f"--{column.replace('_', '-')}" in error.remedy
    assert result.texts == ["خبر"]


def test_a_table_without_a_usual_name_lists_its_columns(tmp_path, reading):
    (tmp_path / "a.csv").write_text("one,two\n1,2\n")
    (error,) = reading(tmp_path).errors
    assert "none of text, body" in str(error)
    assert "one, two" in str(error)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-01-31", DATES[0]),
        ("2024/01/31", DATES[0]),
        (" 2024/1/31 ", DATES[0]),
        ("20240131", DATES[0]),
        (20240131, DATES[0]),
        ("2024-W05-3", DATES[0]),
        ("2024-01-31T23:59:59+03:00", DATES[0]),
        ("٢٠٢٤/٠١/٣١", DATES[0]),
        (DATES[0], DATES[0]),
        (datetime.datetime(2024, 1, 31, 9), DATES[0]),
        ("31/01/2024", None),
        ("2024-13-01", None),
        ("2024-01/31", None),
        ("2024-01-311", None),
        ("أمس", None),
        (True, None),
    ],
)
def test_dates(value, day):
    assert parse_date(value) == day


def test_a_date_that_cannot_be_read_is_none_with_a_warning(tmp_path, reading):
    path = tmp_path / "a.csv"
    path.write_text("text,date\nخبر,أمس\nثان,\n", encoding="utf-8")
    result = reading(path)
    assert [article.date for article in result.articles] == [None, None]
    assert result.warnings == [(f"{path}#1", "no date can be read from 'أمس'")]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"text": "x"', "not JSON"),
        ("نص عادي", "not JSON"),
        ('"text"', "a JSON str"),
        ("null", "a JSON NoneType"),
        ('{"title": "x", "url": "y"}', "title, url"),
        ("{}", "none at all"),
        ('{"text": null}', "no text"),
        ('{"text": 12}', "holds int"),
        ('{"text": ["x"]}', "holds list"),
        ("[" * 100_000, "not one object"),
        ('{"text": ' + "[" * 100_000, "beyond"),
        ('{"text": ' + "9" * 5000 + "}", "beyond"),
    ],
)
def test_a_bad_json_line_is_named_and_the_next_ones_run(tmp_path, reading, line, says):
    path = tmp_path / "a.jsonl"
    good = '{"text": "خبر"}'
    path.write_text(f"{good}\n{line}\n{good}\n", encoding="utf-8")
    result = reading(path)
    (error,) = result.errors
    assert isinstance(error, InputError)
    if not line.startswith("[[["):
        assert says in str(error)
    assert error.source == f"{path}:2"
    assert result.sources == [f"{path}#1", f"{path}#3"]


def test_a_json_array_gets_one_error_and_a_remedy(tmp_path, reading):
    (tmp_path / "a.jsonl").write_text('[\n{"text": "a"},\n{"text": "b"}\n]\n')
    (error,) = reading(tmp_path).errors
    assert "jq" in error.remedy


def test_lone_surrogates_are_replaced_with_a_warning(tmp_path, reading):
    path = tmp_path / "a.jsonl"
    path.write_text(r'{"id": "\udc00", "text": "a\ud800b\ud83d\ude00"}' + "\n")
    result = reading(path)
    assert result.texts == ["a\ufffdb\U0001f600"]
    assert result.sources == [f"{path}#\ufffd"]
    assert "1 lone surrogate" in result.warnings[0][1]


def test_blank_lines_and_line_separators_inside_strings_do_not_disturb(tmp_path, reading):
    path = tmp_path / "a.jsonl"
    path.write_bytes('\ufeff{"text": "أ\u2028ب\x85ج"}\r\n\r\n{"text": "د"}'.encode())
    result = reading(path)
    assert result.texts == ["أ\u2028ب\x85ج", "د"]
    assert result.sources == [f"{path}#1", f"{path}#3"]


def test_a_json_object_without_the_named_id_is_numbered_and_told(tmp_path, reading):
    path = tmp_path / "a.jsonl"
    path.write_bytes(jsonl([{"text": "أ", "key": "k"}, {"text": "ب"}]))
    result = reading(path, id_column="key")
    assert result.sources == [f"{path}#k", f"{path}#2"]


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_a_broken_byte_costs_only_its_row(tmp_path, reading, suffix):
    path = tmp_path / f"a{suffix}"
    rows = [{"text": f"خبر رقم {number} من الأخبار"} for number in range(4)]
    data = quoted(",", rows) if suffix == ".csv" else jsonl(rows)
    path.write_bytes(data.replace(b" 2 ", b" \xe1 "))
    result = reading(path)
    (error,) = result.errors
    assert isinstance(error, EncodingError)
    assert "0xE1" in str(error)
    assert error.source == f"{path}:{4 if suffix == '.csv' else 3}"
    assert len(result.articles) == 3


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_tables_in_other_encodings(tmp_path, reading, suffix, encoding):
    rows = [{"text": "قال وزير الخارجية إن المحادثات بين الجانبين استمرت"}] * 3
    data = quoted(",", rows) if suffix == ".csv" else jsonl(rows)
    (tmp_path / f"a{suffix}").write_bytes(data.decode().encode(encoding))
    result = reading(tmp_path)
    assert result.texts == [row["text"] for row in rows]
    assert len(result.warnings) == 1
    assert "decoded as" in result.warnings[0][1]


def test_a_table_in_utf16_cut_short_gives_what_it_has_and_an_error(tmp_path, reading):
    rows = [{"text": "قال وزير الخارجية"}] * 3
    (tmp_path / "a.jsonl").write_bytes(jsonl(rows).decode().encode("utf-16")[:-1])
    result = reading(tmp_path)
    assert [type(error) for error in result.errors] == [EncodingError]
    assert len(result.articles) <= 3


@pytest.mark.parametrize("suffix", [".gz", ".xz", ".zst"])
def test_rows_before_the_end_of_a_cut_archive_are_kept(tmp_path, reading, suffix):
    # Noise, so that what is left of the archive is more than the head that detection looks at.
    noise = random.Random(0)
    rows = [{"text": "خبر " + noise.randbytes(500).hex()} for _ in range(3000)]
    data = PACK[suffix](jsonl(rows))
    (tmp_path / f"a.jsonl{suffix}").write_bytes(data[: len(data) // 2])
    result = reading(tmp_path)
    assert [type(error) for error in result.errors] == [UnreadableInput]
    assert "cut short" in str(result.errors[0])
    assert 0 < len(result.articles) < len(rows)


@pytest.mark.parametrize("name", ["a.csv", "b.tsv", "c.jsonl"])
def test_an_empty_table_has_no_articles_but_a_warning(tmp_path, reading, name):
    path = tmp_path / name
    path.write_bytes(b"")
    result = reading(path)
    assert (result.articles, result.errors) == ([], [])
    assert result.warnings == [(str(path), "empty")]


def test_parquet_keeps_real_dates_and_numbers_and_tells_of_nulls(tmp_path, reading):
    path = tmp_path / "a.parquet"
    rows = [
        {"id": 10, "text": "أ", "date": DATES[0]},
        {"id": 11, "text": None, "date": None},
        {"id": None, "text": "ج", "date": DATES[1]},
    ]
    path.write_bytes(parquet(rows))
    result = reading(path)
    assert result.sources == [f"{path}#10", f"{path}#3"]
    assert [article.date for article in result.articles] == DATES
    assert [error.source for error in result.errors] == [f"{path}#2"]


def test_a_damaged_parquet_file_is_told(tmp_path, reading):
    (tmp_path / "a.parquet").write_bytes(FILES[".parquet"][:-20])
    (tmp_path / "b.txt").write_text("خبر", encoding="utf-8")
    result = reading(tmp_path)
    assert [type(error) for error in result.errors] == [UnreadableInput]
    assert result.texts == ["خبر"]


def test_without_pyarrow_the_remedy_is_named(tmp_path, reading, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(FILES[".parquet"])
    (error,) = reading(tmp_path).errors
    assert error.remedy == 'pip install "newsnlp[parquet]"'
