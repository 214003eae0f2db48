"""Rules for two dates that bound a stretch of time: its value is the ISO 8601 interval a/b."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsnlp.entities.dates.calendar_rules import point_at
from newsnlp.entities.dates.fields import day_at, is_year, year_at, year_with_head
from newsnlp.entities.dates.points import Found, Point, nearest_year
from newsnlp.entities.dates.surface import Line

__all__ = ["bounded", "dashed", "headed"]

_DASHES = frozenset("-–—/ـ")


def bounded(line: Line, at: int, today: date | None) -> Found | None:
    """بين 3 و7 مايو, من 2010 إلى 2015, بين عامي 2010 و2015, من يناير حتى مارس 2018.

    The span leaves the preposition out.
    """
    between = line.at(at).form == "بين"
    start = at + 1
    if not between and line.form(start) == "يوم":
        start += 1
    for first, ahead in _ends(line, start):
        joint = line.at(ahead)
        if between:
            if joint.form == "و":
                ahead += 1
            elif joint.prefix != "و":
                continue
        elif joint.form in ("الي", "حتي", "لغايه"):
            ahead += 1
        else:
            continue
        for second, stop in _ends(line, ahead):
            made = _interval(first, second, start, stop, today)
            if made:
                return made
    return None


def dashed(line: Line, at: int, today: date | None) -> Found | None:
    """2010-2015, 2017/2018, 3-7 مايو 2018, and two days in a row: 3 و4 مايو."""
    first_day = day_at(line, at)
    if line.form(at + 1) == "و" and first_day:
        second = point_at(line, at + 2)
        if second and second[0].day == first_day[0] + 1:
            return _interval(Point(day=first_day[0]), second[0], at, second[1], today)
    if line.form(at + 1) not in _DASHES:
        return None
    if first_day and first_day[1] == at + 1:
        second = point_at(line, at + 2)
        if second and second[0].day:
            made = _interval(Point(day=first_day[0]), second[0], at, second[1], today)
            if made:
                return made
    short = line.form(at + 2)
    if is_year(line.form(at)) and is_year(short):
        return _interval(Point(int(line.form(at))), Point(int(short)), at, at + 3, today)
    return None


def headed(line: Line, at: int, today: date | None) -> Found | None:
    """موسم 2017-2018, عام 2017/2018."""
    made = dashed(line, at + 1, today) if is_year(line.form(at + 1)) else None
    return replace(made, first=at) if made else None


def _ends(line: Line, at: int) -> list[tuple[Point, int]]:
    """What can bound a range at ``at``, the most telling first; a lone number is a day."""
    found = []
    headed = year_with_head(line, at)
    if headed:
        return [headed]
    read = point_at(line, at)
    if read:
        found.append((read[0], read[1]))
    year = year_at(line, at)
    if year:
        found.append(year)
    day = day_at(line, at)
    if day:
        found.append((Point(day=day[0]), day[1]))
    return found


def _interval(
    first: Point, second: Point, start: int, stop: int, today: date | None
) -> Found | None:
    if first.hijri or second.hijri or not (second.month or second.year):
        return None
    if first.month is None and first.year is None:
        if second.day is None:
            return None
        first = replace(first, month=second.month)
    if first.grain != second.grain:
        return None
    end = nearest_year(second, today)
    begin = first if first.year else replace(first, year=end.year)
    begin_value, end_value = begin.iso(), end.iso()
    if begin_value is None or end_value is None or not begin.is_possible:
        return None
    if begin_value > end_value and first.year is None and end.year:
        begin_value = replace(begin, year=end.year - 1).iso() or begin_value
    if begin_value >= end_value and end.year:
        return None
    english = f"{first.english()} to {second.english()}"
    return Found(start, stop, f"{begin_value}/{end_value}", second.grain, "range", english)
