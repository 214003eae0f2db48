"""Single-text files: compression, bad input, sizes."""

from __future__ import annotations

import gzip
import io
import lzma
import random
import sys
import tracemalloc
import zipfile

import pytest
import zstandard

from newsnlp.errors import UnreadableInput
from newsnlp.readers import read

TEXT = "قال الوزير إن المحادثات استمرت.\n" * 2000
PACK = {
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}
suffixes = pytest.mark.parametrize("suffix", PACK)


@suffixes
def test_compressed_files_are_read(tmp_path, reading, suffix):
    (tmp_path / f"a.txt{suffix}").write_bytes(PACK[suffix](TEXT.encode()))
    result = reading(tmp_path)
    assert result.texts == [TEXT]
    assert result.sources == [str(tmp_path / f"a.txt{suffix}")]


@suffixes
def test_joined_archives_are_read_to_the_end(tmp_path, reading, suffix):
    pack = PACK[suffix]
    (tmp_path / f"a.txt{suffix}").write_bytes(pack("أول ".encode()) + pack("ثان".encode()))
    assert reading(tmp_path).texts == ["أول ثان"]


@suffixes
@pytest.mark.parametrize("left", [0, 5, -3])
def test_a_truncated_archive_is_told_and_the_others_run(tmp_path, reading, suffix, left):
    (tmp_path / f"a.txt{suffix}").write_bytes(PACK[suffix](TEXT.encode())[:left])
    (tmp_path / "b.txt").write_text("خبر", encoding="utf-8")
    result = reading(tmp_path)
    (error,) = result.errors
    assert isinstance(error, UnreadableInput)
    assert "cut short" in str(error)
    assert result.texts == ["خبر"]


@suffixes
def test_a_damaged_archive_is_told(tmp_path, reading, suffix):
    data = bytearray(PACK[suffix](random.Random(0).randbytes(5000)))
    data[len(data) // 2] ^= 0xFF
    data[3:8] = b"\xff" * 5
    (tmp_path / f"a.txt{suffix}").write_bytes(data)
    (tmp_path / f"b.txt{suffix}").write_bytes(b"not an archive at all, but some text")
    errors = reading(tmp_path).errors
    assert [type(error) for error in errors] == [UnreadableInput, UnreadableInput]
    assert "damaged" in str(errors[1])


def test_without_zstandard_the_remedy_is_named(tmp_path, reading, monkeypatch):
    monkeypatch.setitem(sys.modules, "zstandard", None)
    (tmp_path / "a.txt.zst").write_bytes(PACK[".zst"](b"x"))
    (error,) = reading(tmp_path).errors
    assert error.remedy == 'pip install "newsnlp[zstd]"'


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_article_with_a_warning(tmp_path, reading, content):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    result = reading(path)
    assert len(result.articles) == 1
    assert result.warnings == [(str(path), "empty")]


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "says", "remedy"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF", "pdftotext -enc UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image", "tesseract"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image", "tesseract"),
        (zipped("word/document.xml"), "an Office document", "soffice"),
        (zipped("a.txt"), "a zip archive", "unpack"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "an old Office document", "soffice"),
        (gzip.compress(b"x"), "gzip data", ".gz"),
        (b"{\\rtf1\\ansi hello}", "an RTF document", "soffice"),
        (b"PAR1\x15\x04\x15", "Parquet data", ".parquet"),
        (b"\0" * 1000, "a binary file", ""),
        (random.Random(1).randbytes(5000), "a binary file", ""),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_binary_files_are_named_for_what_they_are(tmp_path, reading, name, data, says, remedy):
    (tmp_path / name).write_bytes(data)
    (error,) = reading(tmp_path).errors
    assert isinstance(error, UnreadableInput)
    assert says in str(error)
    assert remedy in error.remedy


def test_an_article_may_begin_like_a_signature(tmp_path, reading):
    (tmp_path / "a.txt").write_text("PAR1 و BZh في الأخبار", encoding="utf-8")
    assert not reading(tmp_path).errors


def test_a_forced_encoding_does_not_make_text_of_a_program(tmp_path, reading):
    (tmp_path / "a.txt").write_bytes(b"\0\1\2\3" * 100)
    assert [type(e) for e in reading(tmp_path, encoding="latin-1").errors] == [UnreadableInput]


def test_nul_characters_in_good_text_are_kept_and_told(tmp_path, reading):
    path = tmp_path / "a.txt"
    path.write_bytes("سلام\0عليكم\0".encode())
    result = reading(path)
    assert result.texts == ["سلام\0عليكم\0"]
    assert result.warnings == [(str(path), "2 NUL character(s) in the text, kept")]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
def test_a_hundred_megabytes_on_one_line(tmp_path, reading, name):
    size = 100_000_000
    begin, end = {
        "a.txt": (b"", b""),
        "a.jsonl": (b'{"text": "', b'"}\n'),
        "a.csv": (b"text\n", b"\n"),
    }[name]
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(begin)
        for _ in range(100):
            file.write("خبر ا".encode() * (size // 900) + b" ")
        file.write(end)
    tracemalloc.start()
    result = reading(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(result.texts[0]) > size / 2
    assert peak < 8 * path.stat().st_size


def test_rows_are_streamed(tmp_path, reading):
    path = tmp_path / "a.jsonl.gz"
    row = '{"text": "' + "خبر عاجل " * 1000 + '"}\n'
    path.write_bytes(gzip.compress(row.encode() * 3000, compresslevel=1))
    tracemalloc.start()
    count = sum(1 for _ in read([str(path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 3000
    assert peak < 12_000_000  # of 51 MB
