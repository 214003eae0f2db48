"""A point in the calendar as a text gives it, with what it leaves out, and its three renderings."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsnlp.entities.dates.hijri import hijri_month, hijri_to_gregorian

__all__ = [
    "ENGLISH_MONTHS",
    "Found",
    "Point",
    "day_of_week",
    "near_weekday",
    "nearest_year",
    "shifted",
]

ENGLISH_MONTHS = calendar.month_name[1:]
_ARABIC_MONTHS = (
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
).split()
_HIJRI_MONTHS = (
    ("محرم", "Muharram"),
    ("صفر", "Safar"),
    ("ربيع الأول", "Rabi I"),
    ("ربيع الآخر", "Rabi II"),
    ("جمادى الأولى", "Jumada I"),
    ("جمادى الآخرة", "Jumada II"),
    ("رجب", "Rajab"),
    ("شعبان", "Shaban"),
    ("رمضان", "Ramadan"),
    ("شوال", "Shawwal"),
    ("ذو القعدة", "Dhu al-Qada"),
    ("ذو الحجة", "Dhu al-Hijja"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found in the words ``first`` to ``last - 1`` of a sentence.

    ``arabic`` is the canonical Arabic form, or nothing where the text's own words are it; ``point``
    is there for rules that build on this one.
    """

    first: int
    last: int
    value: str | None
    grain: str
    rule: str
    english: str
    arabic: str = ""
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month or year; ``None`` is what the text does not say."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False

    @property
    def grain(self) -> str:
        return "day" if self.day else "month" if self.month else "year"

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has such a day."""
        if self.month is None or self.day is None:
            return self.year is None or 1 <= self.year <= 2999
        if self.hijri:
            return 1 <= self.day <= 30
        # A leap year lets 29 February stand where the year is not said.
        return 1 <= self.day <= calendar.monthrange(self.year or 2000, self.month)[1]

    def iso(self) -> str | None:
        """ISO 8601; a Hijri month or year is the interval of its Gregorian days."""
        if self.hijri:
            return self._hijri_iso()
        if self.month is None:
            return f"{self.year:04d}" if self.year else None
        year = f"{self.year:04d}" if self.year else "-"
        day = f"-{self.day:02d}" if self.day else ""
        return f"{year}-{self.month:02d}{day}"

    def _hijri_iso(self) -> str | None:
        if self.year is None:
            return None
        try:
            if self.month is None:
                first, last = hijri_month(self.year, 1)[0], hijri_month(self.year, 12)[1]
            elif self.day is None:
                first, last = hijri_month(self.year, self.month)
            else:
                return hijri_to_gregorian(self.year, self.month, self.day).isoformat()
        except ValueError:
            return None
        return f"{first}/{last}"

    def english(self) -> str:
        parts = []
        if self.day:
            parts.append(str(self.day))
        if self.month:
            names = _HIJRI_MONTHS[self.month - 1]
            parts.append(names[1] if self.hijri else ENGLISH_MONTHS[self.month - 1])
        if self.year:
            parts.append(f"{self.year} AH" if self.hijri else str(self.year))
        return " ".join(parts)

    def arabic(self) -> str:
        if self.month is None:
            return f"عام {self.year}" + (" هـ" if self.hijri else "")
        month = _HIJRI_MONTHS[self.month - 1][0] if self.hijri else _ARABIC_MONTHS[self.month - 1]
        year = f" {self.year}" + (" هـ" if self.hijri else "") if self.year else ""
        return (f"{self.day} " if self.day else "") + month + year


def nearest_year(point: Point, today: date | None, direction: int = 0) -> Point:
    """The point with the year that brings it nearest to ``today``.

    ``direction`` -1 takes the last one before today, 1 the next one after it. Without a reference
    day, or with a year of its own, the point stays as it is.

    >>> nearest_year(Point(month=12), date(2022, 1, 20)).iso()
    '2021-12'
    >>> nearest_year(Point(month=3, day=5), date(2022, 1, 20), -1).iso()
    '2021-03-05'
    """
    if today is None or point.year or point.month is None:
        return point
    found = []
    around = today.year
    if point.hijri:
        around = round((today.year - 622) * 33 / 32)
    for year in range(max(1, around - 2), around + 3):
        here = _middle(replace(point, year=year))
        if here:
            found.append((abs((here - today).days), (here - today).days, year))
    if point.day is None and not point.hijri and direction:
        # Last March is not this one, even late in March.
        found = [f for f in found if f[2] != today.year or point.month != today.month]
    found = [f for f in found if f[1] * direction >= 0 and (f[1] or not direction)]
    return replace(point, year=min(found)[2]) if found else point


def _middle(point: Point) -> date | None:
    """A day to measure distances from: the day itself, or the middle of the month."""
    if point.year is None or point.month is None:
        return None
    try:
        if point.hijri:
            return hijri_to_gregorian(point.year, point.month, point.day or 15)
        return date(point.year, point.month, point.day or 15)
    except (ValueError, OverflowError):
        return None


def day_of_week(today: date, weekday: int, direction: int) -> str | None:
    """The nearest day of that ISO weekday: -1 before today, 0 today or before it, 1 after today.

    >>> day_of_week(date(2022, 10, 20), 2, -1), day_of_week(date(2022, 10, 18), 2, 1)
    ('2022-10-18', '2022-10-25')
    """
    if direction > 0:
        return shifted(today, "day", (weekday - today.isoweekday() - 1) % 7 + 1)
    back = (today.isoweekday() - weekday) % 7
    return shifted(today, "day", -7 if back == 0 and direction < 0 else -back)


def near_weekday(today: date, days: int, weekday: int) -> str | None:
    """The day of that ISO weekday around ``days`` after today: up to five before it, or one after.

    News appears on the day it was written or some days later, and by another clock one earlier.

    >>> near_weekday(date(2022, 10, 20), 0, 2), near_weekday(date(2022, 10, 20), -1, 4)
    ('2022-10-18', '2022-10-20')
    """
    return shifted(today, "day", days + (weekday - today.isoweekday() - days + 5) % 7 - 5)


def shifted(today: date | None, unit: str, count: int) -> str | None:
    """The ISO value at the grain of ``unit``, ``count`` of them after the reference day.

    >>> shifted(date(2022, 1, 31), "month", -2), shifted(date(2022, 1, 1), "week", 1)
    ('2021-11', '2022-W01')
    """
    if today is None:
        return None
    try:
        if unit == "day":
            return (today + timedelta(count)).isoformat()
        if unit == "week":
            week = (today + timedelta(7 * count)).isocalendar()
            return f"{week.year:04d}-W{week.week:02d}"
    except OverflowError:
        return None
    if unit == "month":
        months = today.year * 12 + today.month - 1 + count
        year, month = divmod(months, 12)
        return f"{year:04d}-{month + 1:02d}" if 1 <= year <= 9999 else None
    years = {"year": (1, 4), "decade": (10, 3), "century": (100, 2)}
    if unit not in years:
        return None
    size, width = years[unit]
    year = today.year // size + count
    return f"{year:0{width}d}" if 0 < year < 10**width else None
