"""Joins Arabic letters for terminals that draw each letter alone.

The presentation forms and what they stand for come from the Unicode database that Python carries
(Unicode Standard, chapter 9.2, "Arabic cursive joining", and blocks FB50 and FE70).
"""

from __future__ import annotations

import unicodedata
from functools import cache

__all__ = ["shape"]

_TATWEEL = "\u0640"
_NON_JOINER = "\u200c"
_LAM = "\u0644"


@cache
def _presentation_forms() -> dict[str, dict[str, str]]:
    """For each letter, and lam-alef pair, its forms: isolated, initial, medial, final."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        position, *letters = (unicodedata.decomposition(chr(code)) or "<none>").split()
        text = "".join(chr(int(letter, 16)) for letter in letters)
        # Of the ligatures only lam-alef is obligatory; the others are a font's ornaments.
        if len(text) == 1 or (len(text) == 2 and text[0] == _LAM and text[1] in "آأإا"):
            forms.setdefault(text, {}).setdefault(position.strip("<>"), chr(code))
    return forms


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")


def _joins_before(unit: str) -> bool:
    return unit == _TATWEEL or "final" in _presentation_forms().get(unit, {})


def _joins_after(unit: str) -> bool:
    return unit == _TATWEEL or "initial" in _presentation_forms().get(unit, {})


def _units(text: str) -> list[tuple[str, str]]:
    """Letters, each with the marks that sit on it; lam and a following alef are one unit."""
    units: list[tuple[str, str]] = []
    for char in text:
        if units and _is_mark(char):
            units[-1] = (units[-1][0], units[-1][1] + char)
        elif units and units[-1][0] == _LAM and char in "آأإا":
            units[-1] = (_LAM + char, units[-1][1])
        else:
            units.append((char, ""))
    return units


def shape(text: str) -> str:
    """Replace Arabic letters by the contextual forms they take; marks and other scripts stay.

    >>> shape("سلام") == "\\ufeb3\\ufefc\\ufee1"
    True
    """
    forms = _presentation_forms()
    units = _units(text)
    letters = ["", *(letter for letter, _ in units), ""]
    shaped = []
    for index, (letter, marks) in enumerate(units, start=1):
        if letter == _NON_JOINER:  # it has done its work: the letters beside it do not join
            shaped.append(marks)
            continue
        before = _joins_after(letters[index - 1]) and _joins_before(letter)
        after = _joins_after(letter) and _joins_before(letters[index + 1])
        position = ("isolated", "initial", "final", "medial")[2 * before + after]
        shaped.append(forms.get(letter, {}).get(position, letter) + marks)
    return "".join(shaped)
