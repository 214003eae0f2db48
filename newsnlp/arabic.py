"""The Arabic script: which characters are letters, marks and controls, and how spellings fold.

Every function takes a string and gives a string, and leaves what it does not name alone.
Character ranges follow the Unicode blocks Arabic, Arabic Supplement, Arabic Extended-A and -B, and
Arabic Presentation Forms-A and -B (Unicode Standard 15, chapter 9.2).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

__all__ = [
    "DIACRITICS",
    "FORMAT_CONTROLS",
    "LETTERS",
    "TATWEEL",
    "fold",
    "has_arabic",
    "is_arabic_letter",
    "normalize",
    "safe_display",
    "strip_diacritics",
    "strip_tatweel",
    "western_digits",
]

TATWEEL = "\u0640"

# The next three are the insides of a regular expression's character class.
LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef"
    "\u06fa-\u06fc\u06ff\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c9"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdfb\ufe70-\ufe74\ufe76-\ufefc"
)
# Hamza and madda written as combining marks (U+0653 to U+0655) are spelling, not vowels:
# `normalize` joins them with their letter, so they are marks here and not diacritics.
_COMBINING_HAMZA = "\u0653-\u0655"
_VOWELS = (
    "\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"
)
DIACRITICS = _VOWELS + _COMBINING_HAMZA
# Characters that steer direction, joining or line breaks and show nothing themselves.
FORMAT_CONTROLS = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"

# Compiled at first use, by the cache of `re`: wide classes would make import slow.
_LETTER = f"[{LETTERS}]"
_VOWEL = f"[{_VOWELS}]"
_DROPPED = f"[{TATWEEL}{DIACRITICS}{FORMAT_CONTROLS}]"
_PRESENTATION = "[\ufb50-\ufdff\ufe70-\ufefc]"

_PERSIAN = {"ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ھ": "ه", "ہ": "ه", "ە": "ه"}
_SEARCH = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"}
_BLANK_ON_SCREEN = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"


class _Table(dict[int, str]):
    """A table for `str.translate` that asks ``rule`` about a character when it first meets it.

    Nothing is computed at import; and since characters that stay are stored too, a lookup never
    raises inside `str.translate`, which makes it several times faster than a sparse dictionary.
    """

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        replacement = self._rule(chr(code))
        if code < 0x10000:  # a hostile text must not fill memory with the higher planes
            self[code] = replacement
        return replacement


def _without_diacritic(char: str) -> str:
    return "" if re.match(_VOWEL, char) else char


def _plain(char: str) -> str:
    if re.match(_DROPPED, char):
        return ""
    if re.match(_PRESENTATION, char):
        # Forms of a mark standing alone decompose to a blank and the mark.
        letters = unicodedata.normalize("NFKC", char).strip()
        return char if letters == char else letters.translate(_NORMALIZE)
    return _PERSIAN.get(char, char)


def _searchable(char: str) -> str:
    return "".join(_SEARCH.get(letter, letter) for letter in _plain(char))


def _western(char: str) -> str:
    return str(unicodedata.digit(char)) if char in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹" else char


def _visible(char: str) -> str:
    if char in _BLANK_ON_SCREEN:
        return " "
    category = unicodedata.category(char)
    if category in ("Cc", "Cs"):
        return "\ufffd"
    # Signs such as U+06DD ARABIC END OF AYAH are format characters too, but are meant to be seen.
    if category == "Cf" and not "\u0600" <= char <= "\u0605" and char not in "\u06dd\u08e2":
        return ""
    return char


_STRIP_DIACRITICS = _Table(_without_diacritic)
_NORMALIZE = _Table(_plain)
_FOLD = _Table(_searchable)
_WESTERN_DIGITS = _Table(_western)
_SAFE_DISPLAY = _Table(_visible)


def is_arabic_letter(char: str) -> bool:
    """Whether ``char`` is one letter of the Arabic script; marks, digits and tatweel are not.

    >>> is_arabic_letter("ق"), is_arabic_letter("َ"), is_arabic_letter("٣"), is_arabic_letter("ـ")
    (True, False, False, False)
    """
    return len(char) == 1 and re.match(_LETTER, char) is not None


def has_arabic(text: str) -> bool:
    """Whether ``text`` holds at least one Arabic letter.

    >>> has_arabic("شبكة CNN"), has_arabic("CNN 24")
    (True, False)
    """
    return re.search(_LETTER, text) is not None


def strip_diacritics(text: str) -> str:
    """Remove short vowels, tanween, shadda, sukun, dagger alef and Quranic marks; letters stay.

    >>> strip_diacritics("قالَ"), strip_diacritics("هٰذا"), strip_diacritics("دوليّــاً")
    ('قال', 'هذا', 'دوليــا')
    """
    return text.translate(_STRIP_DIACRITICS)


def strip_tatweel(text: str) -> str:
    """Remove the elongation stroke.

    >>> strip_tatweel("العـــراق")
    'العراق'
    """
    return text.replace(TATWEEL, "")


def normalize(text: str) -> str:
    """Spell a word as the lexicon does: what the morphology looks up.

    Diacritics, tatweel and format controls go; presentation forms, Persian ی and ک, and combining
    hamza and madda become the ordinary Arabic letters. Hamza, ى and ة are kept apart, and digits
    stay as they are.

    >>> normalize("الإيرانـيَّة"), normalize("ﻻ"), normalize("کتابی"), normalize("٢٠١٥")
    ('الإيرانية', 'لا', 'كتابي', '٢٠١٥')
    """
    return _compose(text).translate(_NORMALIZE)


def fold(text: str) -> str:
    """Reduce a word to what readers type into a search box: `normalize`, then one alef, ي and ه.

    >>> fold("الأُولى"), fold("إيرانيّة"), fold("مدرسة") == fold("مدرسه")
    ('الاولي', 'ايرانيه', True)
    """
    return _compose(text).translate(_FOLD)


def western_digits(text: str) -> str:
    """Write Arabic-Indic and Persian digits as 0 to 9; separators and signs stay.

    >>> western_digits("عام ٢٠١٥"), western_digits("۱۴۰۲")
    ('عام 2015', '1402')
    """
    return text.translate(_WESTERN_DIGITS)


def safe_display(text: str) -> str:
    """Make hostile text fit for one cell of a terminal.

    Line breaks and tabs become a blank; other control characters, ESC first of all, and lone
    surrogates become U+FFFD; direction overrides, embeddings, isolates and marks, joiners and other
    invisible format characters go.

    >>> safe_display("\\x1b[31mأحمر\\u202eقلب\\n")
    '�[31mأحمرقلب '
    """
    return text.translate(_SAFE_DISPLAY)


def _compose(text: str) -> str:
    # Three searches for one character cost far less than normalising every word.
    if "\u0653" in text or "\u0654" in text or "\u0655" in text:
        return unicodedata.normalize("NFC", text)
    return text
