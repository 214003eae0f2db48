"""Numbers in words and digits, and ordinals: a run of words in, a value out.

Words are compared after `newsnlp.arabic.fold`, so case endings, hamza and vowel signs do not count.
The grammar is that of Arabic cardinals: units before tens (ثلاثة وعشرون), hundreds before units
(مئة وثلاثة), a group before its scale (مئة وخمسون ألفا), scales falling from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from newsnlp.arabic import fold, western_digits

__all__ = ["NUMERALS", "ORDINALS", "SCALES", "Number", "parse_number", "parse_ordinal"]

Number = int | Decimal


def _units() -> dict[str, int]:
    forms = {
        1: "واحد واحده واحدا احد احدي",
        2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي",
        3: "ثلاث ثلاثه ثلاثا",
        4: "اربع اربعه اربعا",
        5: "خمس خمسه خمسا",
        6: "ست سته ستا",
        7: "سبع سبعه سبعا",
        8: "ثمان ثماني ثمانيه ثمانيا",
        9: "تسع تسعه تسعا",
        10: "عشر عشره عشرا",
    }
    return {form: value for value, listed in forms.items() for form in listed.split()}


def _tens() -> dict[str, int]:
    stems = "عشر ثلاث اربع خمس ست سبع ثمان تسع".split()
    return {stem + ending: ten * 10 for ten, stem in enumerate(stems, 2) for ending in ("ون", "ين")}


def _hundreds() -> dict[str, int]:
    found = {}
    for hundred in ("مئه", "مائه", "ميه"):
        found[hundred] = 100
        stem = hundred[:-1]
        for ending in ("تان", "تين", "تا", "تي"):
            found[stem + ending] = 200
        for unit, word in enumerate("ثلاث اربع خمس ست سبع ثمان تسع".split(), 3):
            found[word + hundred] = found[f"{word}ه{hundred}"] = unit * 100
    found |= {f"ثماني{hundred}": 800 for hundred in ("مئه", "مائه")}
    return found


def _scales() -> tuple[dict[str, int], dict[str, int]]:
    """Scale words in all their numbers, and those of them that say two by themselves."""
    singular = {"الف": 3, "مليون": 6, "مليار": 9, "بليون": 9, "تريليون": 12, "ترليون": 12}
    scales: dict[str, int] = {}
    twos: dict[str, int] = {}
    for word, power in singular.items():
        scales |= {word: 10**power, f"{word}ا": 10**power}
        # مليونا دولار says two million, خمسون مليونا fifty: only the place tells them apart.
        twos |= {word + ending: 2 * 10**power for ending in ("ان", "ين", "ا", "ي")}
    plurals = {"الاف": 3, "ملايين": 6, "مليارات": 9, "بلايين": 9, "تريليونات": 12, "ترليونات": 12}
    scales |= {word: 10**power for word, power in plurals.items()}
    return scales, twos


_UNITS = _units()
_TENS = _tens()
_HUNDREDS = _hundreds()
SCALES, _TWOS = _scales()
_SINGULAR = {word for word in SCALES if word + "ان" in _TWOS}
_FRACTIONS = {
    "نصف": Decimal("0.5"),
    "نصفا": Decimal("0.5"),
    "ربع": Decimal("0.25"),
    "ربعا": Decimal("0.25"),
    "ثلث": Decimal(1) / 3,
    "ثلثا": Decimal(2) / 3,
    "ثلثي": Decimal(2) / 3,
}
NUMERALS = frozenset((*_UNITS, *_TENS, *_HUNDREDS, *SCALES, *_TWOS, *_FRACTIONS))
"""Every folded word a number can hold, without the article."""

_ORDINAL_UNITS = {
    form: value
    for value, stem in enumerate("ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split(), 2)
    for form in (stem, f"{stem}ه")
} | {"اول": 1, "اولي": 1, "ثان": 2}
ORDINALS = frozenset(f"ال{form}" for form in (*_ORDINAL_UNITS, *_TENS, "حادي", "حاديه"))
"""The folded words an ordinal with the article begins with."""

_LONGEST = 60  # a longer run of digits counts nothing in the news
_DIGITS = re.compile(r"[+\-−]?[0-9]")
_GROUPED = re.compile(r"([0-9]{1,3})((?:([,،٬.])[0-9]{3})(?:\3[0-9]{3})*)(?:[.٫]([0-9]+))?")
_PLAIN = re.compile(r"([0-9]+)(?:[.٫,،ر٬]([0-9]+))?")


def parse_number(words: Sequence[str]) -> tuple[Number, int] | None:
    """The number that ``words`` begin with, and how many of them it takes; None if there is none.

    The value is an ``int`` where it is whole. A plural scale alone (ملايين) has no value.

    >>> parse_number("مئة وخمسون ألفا من".split())
    (150000, 3)
    >>> parse_number("مليونان ونصف المليون".split()), parse_number(["١٬٢٠٠٫٥"])
    ((2500000, 3), (Decimal('1200.5'), 1))
    >>> parse_number("ثلاث مدن".split()), parse_number("مدن".split())
    ((3, 1), None)
    """
    forms = [western_digits(fold(word)) for word in words]
    found = _number(forms, 0, 10**18)
    if found is None:
        return None
    value, stop = found
    return _whole(value), stop


def parse_ordinal(words: Sequence[str]) -> tuple[int, int] | None:
    """The ordinal with the article that ``words`` begin with, 1 to 99, and how many it takes.

    >>> parse_ordinal("الخامس عشر من".split()), parse_ordinal("الحادي والعشرين".split())
    ((15, 2), (21, 2))
    """
    forms = [fold(word) for word in words[:2]]
    if not forms or not forms[0].startswith("ال"):
        return None
    first = forms[0][2:]
    if first in _TENS:
        return _TENS[first], 1
    unit = 1 if first in ("حادي", "حاديه") else _ORDINAL_UNITS.get(first)
    if unit is None:
        return None
    following = forms[1] if len(forms) > 1 else ""
    if following in ("عشر", "عشره") and unit < 10:
        return unit + 10, 2
    if following.startswith("وال") and following[3:] in _TENS and unit < 10:
        return unit + _TENS[following[3:]], 2
    return (unit, 1) if first not in ("حادي", "حاديه") else None


def _number(forms: list[str], at: int, limit: int) -> tuple[Number, int] | None:
    """A number below ``limit`` from ``at``: a group, its scales, and what و adds to them."""
    found = _scaled(forms, at, limit)
    if found is None:
        return None
    value, at, scale = found
    while fraction := _added_fraction(forms, at, scale):
        value, at = value + fraction[0], fraction[1]
    if scale > 1:
        rest = _after_and(forms, at, scale)
        if rest:
            return value + rest[0], rest[1]
    return value, at


def _scaled(forms: list[str], at: int, limit: int) -> tuple[Number, int, int] | None:
    word = _bare(forms, at)
    scale = 1
    value: Number
    if word in _TWOS and (word not in SCALES or _is_dual(forms, at)):
        value, at, scale = _TWOS[word], at + 1, _TWOS[word] // 2
    elif word in _SINGULAR or word in _TWOS:
        value, at, scale = SCALES[word], at + 1, SCALES[word]
    elif word in _FRACTIONS and _bare(forms, at + 1) in _SINGULAR:
        scale = SCALES[_bare(forms, at + 1)]
        value, at = _FRACTIONS[word] * scale, at + 2
    else:
        group = _group(forms, at)
        if group is None:
            return None
        value, at = group
    while (word := _bare(forms, at)) in SCALES and SCALES[word] > scale:
        scale = SCALES[word]
        value, at = value * scale, at + 1
    return (value, at, scale) if scale < limit else None


def _is_dual(forms: list[str], at: int) -> bool:
    """Whether ألفا, which no number precedes, is the dual: it is where its noun follows."""
    return at + 1 < len(forms) and not forms[at + 1].startswith("و")


def _after_and(forms: list[str], at: int, scale: int) -> tuple[Number, int] | None:
    """What و adds to a number whose lowest scale is ``scale``."""
    if at >= len(forms):
        return None
    if forms[at] == "و":
        return _number(forms, at + 1, scale)
    if forms[at].startswith("و"):
        rest = [*forms[:at], forms[at][1:], *forms[at + 1 :]]
        return _number(rest, at, scale)
    return None


def _added_fraction(forms: list[str], at: int, scale: int) -> tuple[Number, int] | None:
    """ونصف and ونصف المليون behind a number."""
    form = forms[at] if at < len(forms) else ""
    if not form.startswith("و") or form[1:] not in _FRACTIONS:
        return None
    named = SCALES.get(_bare(forms, at + 1))
    if named and (named > scale or scale == 1):
        return None
    return _FRACTIONS[form[1:]] * (named or scale), at + (2 if named else 1)


def _group(forms: list[str], at: int) -> tuple[Number, int] | None:
    """Digits, or a number in words below a thousand."""
    if at >= len(forms):
        return None
    if _DIGITS.match(forms[at]):
        return _digits(forms, at)
    word = _bare(forms, at)
    hundreds = 0
    if word in _HUNDREDS:
        hundreds, at = _HUNDREDS[word], at + 1
    elif 3 <= _UNITS.get(word, 0) <= 9 and _HUNDREDS.get(_plain(forms, at + 1)) == 100:
        hundreds, at = _UNITS[word] * 100, at + 2
    if not hundreds:
        return _below_hundred(forms, at, word)
    if at < len(forms) and forms[at].startswith("و"):
        rest = _below_hundred(forms, at, _unprefixed(forms[at]))
        if rest:
            return hundreds + rest[0], rest[1]
    return hundreds, at


def _below_hundred(forms: list[str], at: int, word: str) -> tuple[int, int] | None:
    if word in _TENS:
        return _TENS[word], at + 1
    unit = _UNITS.get(word)
    if unit is None:
        return None
    following = _plain(forms, at + 1)
    if unit < 10 and following in ("عشر", "عشره"):
        return unit + 10, at + 2
    if unit < 10 and following.startswith("و") and _unprefixed(following) in _TENS:
        return unit + _TENS[_unprefixed(following)], at + 2
    # احد and احدي alone are "someone", not a number.
    return None if word in ("احد", "احدي", "عشر") and unit == 1 else (unit, at + 1)


def _digits(forms: list[str], at: int) -> tuple[Number, int] | None:
    text = forms[at].lstrip("+-−")
    if len(text) > _LONGEST:
        return None
    sign = -1 if forms[at][0] in "-−" else 1
    grouped = _GROUPED.fullmatch(text)
    if grouped and (len(grouped[2]) > 4 or not _is_fraction(grouped[3], _bare(forms, at + 1))):
        whole = grouped[1] + re.sub("[^0-9]", "", grouped[2])
        return sign * _decimal(whole, grouped[4]), at + 1
    plain = _PLAIN.fullmatch(text)
    if plain is None:
        return None
    at += 1
    whole = plain[1]
    if not plain[2] and len(whole) <= 3 and whole[0] != "0":
        # The blank as a thousands separator: 25 000
        while at < len(forms) and re.fullmatch("[0-9]{3}", forms[at]):
            whole, at = whole + forms[at], at + 1
    return sign * _decimal(whole, plain[2]), at


def _is_fraction(separator: str, following: str) -> bool:
    """Whether what stands behind the one separator of 294،381 are not thousands.

    294،381 مليار is no 294 thousand billion.
    """
    return separator == "." or SCALES.get(following, 0) > 1000


def _decimal(whole: str, fraction: str | None) -> Number:
    return Decimal(f"{whole}.{fraction}") if fraction else int(whole)


def _whole(value: Number) -> Number:
    if isinstance(value, int):
        return value
    if abs(value) >= 10**18:  # more digits than the decimal context can round
        return int(value)
    # A third of a million has no last digit.
    value = round(value, 0 if abs(value) > 1000 and value != round(value, 6) else 6)
    return int(value) if value == value.to_integral_value() else value.normalize()


def _plain(forms: list[str], at: int) -> str:
    return forms[at] if at < len(forms) else ""


def _bare(forms: list[str], at: int) -> str:
    """The word at ``at`` without the article, which numbers may carry; ألف begins with ال too."""
    form = _plain(forms, at)
    if form in NUMERALS or not form.startswith("ال"):
        return form
    return form[2:]


def _unprefixed(form: str) -> str:
    form = form.removeprefix("و")
    return form if form in NUMERALS else form.removeprefix("ال")
