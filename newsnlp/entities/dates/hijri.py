"""The tabular Islamic calendar: Hijri dates as Gregorian days, and how long a Hijri month is.

Civil epoch (Friday 16 July 622, Julian), leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of
each cycle of 30. Source: E. M. Reingold and N. Dershowitz, Calendrical Calculations, 4th edition,
Cambridge 2018, chapter 7. Months seen by eye, and those of Umm al-Qura, may
differ from it by a day or two.
"""

from __future__ import annotations

from datetime import date

__all__ = ["hijri_month", "hijri_to_gregorian"]

# The proleptic Gregorian ordinal of 1 Muharram 1 AH, which is Python's `date.toordinal`.
_EPOCH = 227015
LAST_YEAR = 9000


def hijri_to_gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day of a tabular Hijri date.

    Raises:
        ValueError: the month or day does not exist, or the year is not in 1 to 9000.

    >>> hijri_to_gregorian(1443, 9, 1)
    datetime.date(2022, 4, 3)
    >>> hijri_to_gregorian(1, 1, 1)
    datetime.date(622, 7, 19)
    """
    if not (1 <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= _length(year, month)):
        raise ValueError(f"no Hijri date {year}-{month}-{day}")
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + (month - 1) * 29 + month // 2
    return date.fromordinal(_EPOCH + days + day - 1)


def hijri_month(year: int, month: int) -> tuple[date, date]:
    """The first and last Gregorian day of a Hijri month.

    >>> [str(day) for day in hijri_month(1443, 9)]
    ['2022-04-03', '2022-05-02']
    """
    last = hijri_to_gregorian(year, month, _length(year, month))
    return hijri_to_gregorian(year, month, 1), last


def _length(year: int, month: int) -> int:
    leap = (14 + 11 * year) % 30 < 11
    return 30 if month % 2 or (month == 12 and leap) else 29
