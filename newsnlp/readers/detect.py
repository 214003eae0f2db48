"""Finds out in which encoding Arabic text is, from its bytes alone.

The two code pages are told apart by a letter model: each reading of the bytes is scored by how
much likelier its letters are in Arabic news than in letters drawn blindly (a naive Bayes
likelihood ratio, in bits). On held-out lines of another news source cut to 40 characters, none of
749 in windows-1256 was taken for ISO-8859-6 and one of 634 the other way; at 100 characters none.
"""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from dataclasses import dataclass

__all__ = ["Guess", "guess_encoding"]

_SAMPLE = 1 << 20
_ASCII = bytes(range(0x80))
_MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF32_LE, "UTF-32LE"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "UTF-32BE"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)
# Letters per thousand letters, counted over 0.8 MB of news prose.
_PER_MILLE = (
    "ا148 ل113 ي83 م62 و54 ن52 ر49 ت48 ب36 ع32 ة31 د30 ف27 س26 ق22 أ21 ه21 ك20 ح17 ج13 إ10 ش10 ط9 "
    "ص9 خ8 ى8 ض7 ز6 ذ6 ث6 غ4 ئ4 ء3 ظ2 آ1 ؤ1"
)
_LETTERS = {entry[0]: math.log2(int(entry[1:]) * 36 / 1000) for entry in _PER_MILLE.split()}
# What stands among the letters of sound text: vowel marks, tatweel, punctuation.
_COMPANIONS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640،؛؟\u00a0«»“”‘’–—•…")
_COMPANION, _JUNK, _MIXED = -1.0, -5.0, -10.0  # bits
_MIXED_WORD = re.compile("[A-Za-z][\u0621-\u064a]|[\u0621-\u064a][A-Za-z]")
# windows-1256 is met far more often, so ISO-8859-6 has to win by this many bits: a line of ten
# characters in windows-1256 is then read rightly in 99.6 % of cases instead of 94.5 %, and one in
# ISO-8859-6 in 84 % instead of 91 %.
_HEAD_START = 3.0
# A few short words may be odd; a text in another language soon falls below this.
_PLAUSIBLE = -8.0


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding by its IANA name, and how it was found: empty where nothing was assumed."""

    encoding: str
    evidence: str = ""


def guess_encoding(
    data: bytes, *, complete: bool = True, declared: str | None = None
) -> Guess | None:
    """The encoding of ``data``, or None where no candidate makes plausible text of it.

    ``complete`` is False where ``data`` is only the head of a file and may end inside a character;
    ``declared`` is what the file says of itself. UTF-8 is also the answer where a few bytes break
    it: strict decoding then tells which.

    >>> guess_encoding("أعلن الرئيس".encode("windows-1256"))
    Guess(encoding='windows-1256', evidence='guessed')
    """
    return (
        _by_mark(data)
        # Before UTF-8: the bytes of Arabic letters in UTF-16 are all below 0x80.
        or _utf16(data[:_SAMPLE])
        or _utf8(data, complete=complete)
        # Before the code pages, which make some sense of any byte.
        or _damaged_utf8(data)
        or _code_page(data)
        # Last: pages in windows-1256 often claim to be in another encoding.
        or _as_declared(data, declared, complete=complete)
    )


def _by_mark(data: bytes) -> Guess | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Guess(encoding, "" if encoding == "UTF-8" else "byte-order mark")
    return None


def _utf16(sample: bytes) -> Guess | None:
    """UTF-16 shows by its high bytes: nearly all are 00 (ASCII) or 06 (Arabic), the low are not."""
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 4:
        return None
    for encoding, high, low in (
        ("UTF-16LE", sample[1::2], sample[0::2]),
        ("UTF-16BE", sample[0::2], sample[1::2]),
    ):
        if _share(high, b"\x00\x06") > 0.8 and _share(low, b"\x00\x06") < 0.4:
            return Guess(encoding, "guessed")
    return None


def _share(data: bytes, values: bytes) -> float:
    return 1 - len(data.translate(None, values)) / len(data)


def _utf8(data: bytes, *, complete: bool) -> Guess | None:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, complete)
    except UnicodeDecodeError:
        return None
    return Guess("UTF-8")


def _first_foreign(data: bytes) -> int:
    """Where the first byte that is not ASCII stands; there is one, or it would be UTF-8."""
    found = re.search(rb"[\x80-\xff]", data)
    return found.start() if found else 0


def _damaged_utf8(data: bytes) -> Guess | None:
    """UTF-8 all the same, if sound characters outnumber the broken ones three to one."""
    start = _first_foreign(data)
    decoded = data[start : start + _SAMPLE].decode("utf-8", "replace")
    foreign = sum(count for letter, count in Counter(decoded).items() if letter > "\x7f")
    broken = decoded.count("\ufffd")
    return Guess("UTF-8") if foreign - broken >= 3 * broken else None


def _code_page(data: bytes) -> Guess | None:
    """Windows-1256 or ISO-8859-6, whichever makes the better Arabic of the bytes."""
    start = _first_foreign(data)
    sample = data[max(0, start - 1) : start + _SAMPLE]
    windows, iso = (_arabic_bits(sample, name) for name in ("windows-1256", "ISO-8859-6"))
    if max(windows, iso) < _PLAUSIBLE:
        return None
    return Guess("ISO-8859-6" if iso > windows + _HEAD_START else "windows-1256", "guessed")


def _arabic_bits(sample: bytes, encoding: str) -> float:
    """The evidence, in bits, that one reading of the bytes is Arabic rather than blind chance."""
    text = sample.decode(encoding, "replace")
    counts = Counter(letter for letter in text if letter > "\x7f")
    if not counts.keys() & _LETTERS.keys():
        return -math.inf
    bits = sum(
        count * _LETTERS.get(letter, _COMPANION if letter in _COMPANIONS else _JUNK)
        for letter, count in counts.items()
    )
    return bits + _MIXED * len(_MIXED_WORD.findall(text))


def _as_declared(data: bytes, declared: str | None, *, complete: bool) -> Guess | None:
    if declared is None:
        return None
    try:
        codecs.getincrementaldecoder(declared)().decode(data, complete)
    except (LookupError, ValueError):
        return None
    return Guess(declared, "declared in the page")
