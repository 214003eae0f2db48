"""The fields of a calendar date in a line of words: each function reads one where it begins."""

from __future__ import annotations

import re

from newsnlp.entities.dates.points import Point
from newsnlp.entities.dates.surface import Line, words
from newsnlp.entities.dates.vocabulary import AMBIGUOUS_MONTHS, HIJRI_MONTHS, MONTHS
from newsnlp.entities.numbers import parse_number, parse_ordinal

__all__ = [
    "Month",
    "day_at",
    "is_year",
    "month_at",
    "numeric_date",
    "year_at",
    "year_with_head",
]

_NUMERIC = re.compile(r"([0-9]{1,4})([/.-])([0-9]{1,2})\2([0-9]{1,4})")
_YEAR = re.compile("1[0-9]{3}|20[0-9]{2}|21[0-4][0-9]")
_HEADS = words("عام العام سنة السنة عامي سنتي العامين السنتين الأعوام السنوات موسم")
_HIJRI_MARKS = words("هـ هجري هجرية الهجري الهجرية للهجرة الهجرة")
_GREGORIAN_MARKS = words("م ميلادي ميلادية الميلادي الميلادية للميلاد")
_SEPARATORS = frozenset("/-–ـ")

# A month: its number, whether it is Hijri, whether its name is also another word, where it ends.
Month = tuple[int, bool, bool, int]


def month_at(line: Line, at: int, *, double: bool = True) -> Month | None:
    """A month name, with its second name where it has one: نيسان/أبريل، حزيران (يونيو)."""
    single = _single_month(line, at)
    if single is None or single[1] or not double:
        return single
    month, _, _, after = single
    between, closing = line.at(after).form, 0
    if between in _SEPARATORS or between == "(":
        second = _single_month(line, after + 1)
        closing = between == "("
    else:
        second = _single_month(line, after)
    if second is None or second[0] != month or second[1]:
        return single
    if closing and line.at(second[3]).form != ")":
        return single
    return month, False, False, second[3] + closing


def _single_month(line: Line, at: int) -> Month | None:
    form = line.at(at).form
    pair = f"{form} {line.form(at + 1)}"
    if pair in MONTHS:
        return MONTHS[pair], False, False, at + 2
    if pair in HIJRI_MONTHS:
        return HIJRI_MONTHS[pair], True, False, at + 2
    if form in MONTHS:
        if form == "اب" and line.tokens[at].text[line.at(at).cut :].startswith("أ"):
            return None  # أب is a father
        return MONTHS[form], False, form in AMBIGUOUS_MONTHS, at + 1
    if form in HIJRI_MONTHS:
        return HIJRI_MONTHS[form], True, True, at + 1
    return None


def day_at(line: Line, at: int) -> tuple[int, int] | None:
    """The number of a day, in digits or as an ordinal, and where it ends."""
    word = line.at(at)
    if word.kind == "number":
        number = word.form
        return (int(number), at + 1) if re.fullmatch("[0-9]{1,2}", number) else None
    if word.form in ("اول", "غره"):
        return 1, at + 1
    ordinal = parse_ordinal([word.form, line.at(at + 1).full])
    if ordinal and 1 <= ordinal[0] <= 31:
        return ordinal[0], at + ordinal[1]
    return None


def is_year(form: str) -> bool:
    """Whether the digits can be a year of the news: 1000 to 2149.

    >>> is_year("2015"), is_year("2,015"), is_year("2500")
    (True, False, False)
    """
    return _YEAR.fullmatch(form) is not None


def year_at(line: Line, at: int, *, spelled: bool = False) -> tuple[Point, int] | None:
    """A year in digits with its era, or in words where ``spelled`` says one is expected."""
    word = line.at(at)
    if word.kind == "number":
        if not is_year(word.form):
            return None
        year, after = int(word.form), at + 1
    elif spelled and word.kind == "word":
        number = parse_number(line.numerals(at))
        if number is None or number[1] < 2 or not is_year(str(number[0])):
            return None
        year, after = int(number[0]), at + number[1]
    else:
        return None
    mark = line.at(after).form
    hijri = mark in _HIJRI_MARKS
    if hijri or mark in _GREGORIAN_MARKS:
        after += 1
    return Point(year=year, hijri=hijri), after


def year_with_head(line: Line, at: int) -> tuple[Point, int] | None:
    """عام 2018, سنة ألفين وخمس عشرة, العام 1443 هـ."""
    if line.at(at).form not in _HEADS:
        return None
    at += 1
    mark = line.form(at)
    if mark in ("الميلادي", "الهجري", "الميلاديه", "الهجريه"):
        at += 1
    return year_at(line, at, spelled=True)


def numeric_date(form: str) -> Point | None:
    """A date in one token, the day first unless the numbers say otherwise.

    >>> numeric_date("17/10/2022").iso(), numeric_date("2022-10-17").iso()
    ('2022-10-17', '2022-10-17')
    >>> numeric_date("10/17/2022").iso(), numeric_date("17/13/2022"), numeric_date("1.2.3")
    ('2022-10-17', None, None)
    """
    match = _NUMERIC.fullmatch(form)
    if match is None:
        return None
    first, _, middle, last = match.groups()
    if len(first) == 4 and len(last) <= 2:
        year, month, day = int(first), int(middle), int(last)
    elif len(first) <= 2 and len(last) == 4:
        year, month, day = int(last), int(middle), int(first)
        if month > 12:
            month, day = day, month
    else:
        return None
    if not is_year(str(year)) or not 1 <= month <= 12:
        return None
    point = Point(year, month, day, hijri=1300 <= year < 1500)
    return point if point.is_possible else None
