"""Rules for stretches of the calendar: quarters, halves, seasons, decades, centuries, parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsnlp.entities.dates.calendar_rules import direction_of
from newsnlp.entities.dates.fields import is_year, year_with_head
from newsnlp.entities.dates.points import Found, shifted
from newsnlp.entities.dates.surface import Line, words
from newsnlp.entities.dates.vocabulary import DECADES, SEASONS
from newsnlp.entities.numbers import parse_ordinal

__all__ = ["bare_unit", "century", "decade", "fraction", "season", "with_part", "year_ahead"]

_FRACTIONS = {"الربع": (3, "quarter"), "النصف": (6, "half"), "الثلث": (4, "third")}
_ENGLISH_ORDINALS = ("first", "second", "third", "fourth")
_SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_LIFE = words("عمره عمرها العمر عمرهم عمري")


def year_ahead(line: Line, at: int, today: date | None) -> tuple[int | None, str, int] | None:
    """The year a phrase names or means: its number if it is known, its English, where it ends."""
    headed = year_with_head(line, at)
    if headed and not headed[0].hijri:
        return headed[0].year, headed[0].english(), headed[1]
    if is_year(line.form(at)):
        return int(line.form(at)), line.form(at), at + 1
    if line.form(at) in ("هذا", "هذه") and line.form(at + 1) in ("العام", "السنه"):
        return today.year if today else None, "this year", at + 2
    if line.at(at).form in ("العام", "السنه"):
        direction = direction_of(line.form(at + 1))
        if direction is not None:
            english = {-1: "last year", 0: "this year", 1: "next year"}[direction]
            return today.year + direction if today else None, english, at + 2
    return None


def fraction(line: Line, at: int, today: date | None) -> Found | None:
    """الربع الأول من 2018, النصف الثاني من العام الماضي; alone it is sport or a share."""
    months, name = _FRACTIONS[line.at(at).form]
    ordinal = parse_ordinal([line.form(at + 1)])
    last_one = line.form(at + 1) == "الاخير"
    if not ordinal and not last_one:
        return None
    number = ordinal[0] if ordinal else 12 // months
    ahead = at + 2 + (line.form(at + 2) == "من")
    year = year_ahead(line, ahead, today)
    if year is None or number > 12 // months:
        return None
    value = None
    if year[0]:
        last = number * months
        value = f"{year[0]:04d}-{last - months + 1:02d}/{year[0]:04d}-{last:02d}"
    english = f"{_ENGLISH_ORDINALS[number - 1]} {name} of {year[1]}"
    return Found(at, year[2], value, name, name, english)


def season(line: Line, at: int, today: date | None) -> Found | None:
    """صيف 2018, صيف العام الماضي, الصيف المقبل: ISO 8601-2 numbers summer 22, so 2018-22."""
    form = line.at(at).form
    if form in SEASONS:
        code = SEASONS[form]
        year = year_ahead(line, at + 1, today)
        if year is None:
            return None
        value = f"{year[0]:04d}-{code}" if year[0] else None
        return Found(at, year[2], value, "season", "season", f"{_SEASON_NAMES[code]} {year[1]}")
    code = SEASONS[form[2:]]
    direction = direction_of(line.form(at + 1))
    if direction is None:
        return None
    value = None
    if today:
        # The season of this year, unless it has not begun (last) or is over (next).
        first = (code - 20) * 3
        this = today.year
        if direction < 0 and (first >= today.month):
            this -= 1
        elif direction > 0 and first + 2 <= today.month:
            this += 1
        value = f"{this:04d}-{code}"
    phrase = {-1: "last", 0: "this", 1: "next"}[direction]
    return Found(at, at + 2, value, "season", "season", f"{phrase} {_SEASON_NAMES[code]}")


def century(line: Line, at: int, today: date | None) -> Found | None:
    """القرن العشرين, القرن الحادي والعشرين, القرن الماضي: the ISO century 19 is 1900 to 1999."""
    read = _century_at(line, at)
    if read is None:
        return None
    number, english, after = read
    return Found(at, after, f"{number:02d}", "century", "century", english)


def _century_at(line: Line, at: int) -> tuple[int, str, int] | None:
    """The ISO number of a century, its English, where it ends."""
    if line.at(at).form != "القرن":
        return None
    direction = direction_of(line.form(at + 1))
    if direction is not None:
        phrase = {-1: "last", 0: "this", 1: "next"}[direction]
        return 20 + direction, f"{phrase} century", at + 2
    # القرن الـ19
    ahead = at + 1 + (line.form(at + 1) == "ال")
    if line.at(ahead).kind == "number" and line.form(ahead).isdigit():
        number = int(line.form(ahead)) if len(line.form(ahead)) < 3 else 0
        return (number - 1, f"{number}{_suffix(number)} century", ahead + 1) if number else None
    ordinal = parse_ordinal([line.form(at + 1), line.at(at + 2).full])
    if ordinal is None or ordinal[0] > 30:
        return None
    after = at + 1 + ordinal[1]
    if line.form(after) in ("الميلادي", "للميلاد"):
        after += 1
    return ordinal[0] - 1, f"{ordinal[0]}{_suffix(ordinal[0])} century", after


def _suffix(number: int) -> str:
    if 10 < number % 100 < 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def decade(line: Line, at: int, today: date | None) -> Found | None:
    """التسعينيات, ثمانينيات القرن الماضي; not an age, السبعينيات من عمره."""
    years = DECADES[line.at(at).form.removeprefix("ال")]
    after = at + 1
    if (line.form(after) == "من" and line.form(after + 1) in _LIFE) or line.form(after) in _LIFE:
        return None
    ahead = after + (line.form(after) == "من")
    named = None if line.at(ahead).prefix else _century_at(line, ahead)
    number = named[0] if named else 19
    if not named and not line.at(at).form.startswith("ال"):
        return None
    end = named[2] if named else after
    return Found(at, end, f"{number}{years // 10}", "decade", "decade", f"{number}{years}s")


def bare_unit(line: Line, at: int, today: date | None, english: str) -> Found | None:
    """نهاية العام, بداية الشهر: of the year of writing; not العام الدراسي."""
    form, after = line.form(at + 1), line.at(at + 2)
    unit = {"العام": "year", "السنه": "year", "الشهر": "month", "الاسبوع": "week"}.get(form)
    if unit is None or (after.full.startswith("ال") and after.kind == "word"):
        return None
    return Found(at, at + 2, shifted(today, unit, 0), unit, "relative", f"{english} the {unit}")


def with_part(inner: Found, at: int, english: str) -> Found:
    """مطلع, منتصف or أواخر before a date: the date's own value."""
    return replace(inner, first=at, english=f"{english} {inner.english}", arabic="", point=None)
