from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnlp.errors import EncodingError, UsageError
from newsnlp.readers import ReadOptions
from newsnlp.readers.detect import Guess, guess_encoding

NEWS = (
    "قال وزير الخارجية إن المحادثات بين الجانبين استمرت ثلاث ساعات في العاصمة،\r\n"
    "وأضاف أن الحكومة سترسل وفدا إلى الاجتماع المقبل. هل يكفي ذلك؟\n"
)
VOWELLED = "قَالَ الوَزِيرُ إِنَّ المُحَادَثَاتِ اسْتَمَرَّتْ ثَلاثَ سَاعَاتٍ."
ENGLISH = "No Arabic at all: 100% ASCII.\n"


@pytest.mark.parametrize("text", [NEWS, VOWELLED], ids=["news", "vowelled"])
@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-8", b"", None),
        ("utf-8", codecs.BOM_UTF8, None),
        ("utf-16-le", codecs.BOM_UTF16_LE, "UTF-16LE (byte-order mark)"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "UTF-16BE (byte-order mark)"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "UTF-32LE (byte-order mark)"),
        ("utf-16-le", b"", "UTF-16LE (guessed)"),
        ("utf-16-be", b"", "UTF-16BE (guessed)"),
        ("windows-1256", b"", "windows-1256 (guessed)"),
        ("iso-8859-6", b"", "ISO-8859-6 (guessed)"),
    ],
)
def test_encodings_are_found_and_told(tmp_path, reading, text, encoding, mark, name):
    path = tmp_path / "a.txt"
    path.write_bytes(mark + text.encode(encoding))
    result = reading(path)
    assert result.texts == [text]  # line ends and all, and no byte-order mark
    assert result.warnings == ([(str(path), f"decoded as {name}")] if name else [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "ascii"])
def test_text_without_arabic_works(tmp_path, reading, encoding):
    (tmp_path / "a.txt").write_bytes(ENGLISH.encode(encoding))
    assert reading(tmp_path).texts == [ENGLISH]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("أعلن الرئيس", "windows-1256"),
        ("العراق", "windows-1256"),
        ("في مدينة القدس", "iso-8859-6"),
        ("مباراة Real Madrid انتهت", "windows-1256"),
    ],
)
def test_short_texts_are_found_too(text, encoding):
    guess = guess_encoding(text.encode(encoding))
    assert guess is not None
    assert text.encode(encoding).decode(guess.encoding) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Les élèves ont été à l'école où ils étaient déjà", "latin-1"),
        ("Käse ist schön und größer für Österreich, Ärger öfter", "latin-1"),
        (NEWS.replace("،", "").replace("؟", ""), "cp720"),
        ("Президент России заявил сегодня журналистам в Москве", "cp1251"),
    ],
)
def test_other_code_pages_are_refused_with_names_to_try(tmp_path, reading, text, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    (error,) = reading(path).errors
    assert isinstance(error, EncodingError)
    assert "--encoding" in error.remedy
    assert encoding.replace("latin-1", "windows-1252") in error.remedy or encoding == "cp1251"
    assert reading(path, encoding=encoding).texts == [text]


def test_utf8_with_a_broken_byte_is_not_taken_for_windows_1256(tmp_path, reading):
    data = NEWS.encode()
    place = len("قال وزير ".encode())
    (tmp_path / "a.txt").write_bytes(data[:place] + b"\xff" + data[place:])
    (error,) = reading(tmp_path).errors
    assert isinstance(error, EncodingError)
    assert f"0xFF at byte {place}" in str(error)
    assert "iconv" in error.remedy


def test_utf8_cut_inside_its_last_letter_is_told(tmp_path, reading):
    (tmp_path / "a.txt").write_bytes("أعلن الرئيس".encode()[:-1])
    (error,) = reading(tmp_path).errors
    assert "not UTF-8" in str(error)


def test_a_head_that_ends_inside_a_letter_is_utf8_all_the_same():
    assert guess_encoding(NEWS.encode()[:11], complete=False) == Guess("UTF-8")


def test_a_forced_encoding_is_obeyed_without_a_warning(tmp_path, reading):
    (tmp_path / "a.txt").write_bytes("غزة".encode("mac_arabic"))
    result = reading(tmp_path, encoding="mac_arabic")
    assert (result.texts, result.warnings) == (["غزة"], [])


@pytest.mark.parametrize("name", ["utf-8", "utf-16", "utf-16-le"])
def test_a_forced_encoding_loses_its_mark_too(tmp_path, reading, name):
    path = tmp_path / "a.txt"
    path.write_bytes(codecs.BOM_UTF8 + NEWS.encode() if name == "utf-8" else NEWS.encode("utf-16"))
    assert reading(path, encoding=name).texts == [NEWS]


def test_a_wrong_forced_encoding_names_the_byte(tmp_path, reading):
    (tmp_path / "a.txt").write_bytes(b"abc " + "خبر".encode("windows-1256"))
    (tmp_path / "b.txt").write_text("خبر", encoding="utf-8")
    result = reading(tmp_path, encoding="utf-8")
    assert "not utf-8: 0xCE at byte 4" in str(result.errors[0])
    assert "windows-1256" in result.errors[0].remedy
    assert result.texts == ["خبر"]


def test_utf16_cut_in_half_a_character_is_told(tmp_path, reading):
    (tmp_path / "a.txt").write_bytes(NEWS.encode("utf-16")[:-1])
    (error,) = reading(tmp_path).errors
    assert isinstance(error, EncodingError)


@pytest.mark.parametrize("name", ["klingon", "hex", "", "utf\0"])
def test_an_unknown_encoding_is_wrong_usage(name):
    with pytest.raises(UsageError, match="encoding"):
        ReadOptions(encoding=name)


def test_presentation_forms_and_marks_are_kept(tmp_path, reading):
    text = "ﻻ ﺑﻴﺮﻭﺕ " + "ب" + "\u064b\u0651" * 5000
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    result = reading(tmp_path)
    assert (result.texts, result.warnings) == ([text], [])


@given(st.text(min_size=1).filter(lambda text: not text.startswith("\ufeff")))
def test_whatever_is_utf8_without_controls_is_never_taken_for_a_code_page(text):
    guess = guess_encoding(text.encode())
    assert guess is not None
    if "\0" not in text and "\x06" not in text:
        assert guess.encoding == "UTF-8"


@given(st.binary())
def test_no_bytes_break_the_guessing(data):
    guess = guess_encoding(data)
    assert guess is None or guess.encoding
