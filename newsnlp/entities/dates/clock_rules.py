"""Rules for the time of day: الساعة الثالثة مساء, 12:30."""

from __future__ import annotations

import re
from datetime import date

from newsnlp.entities.dates.points import Found
from newsnlp.entities.dates.surface import Line, words
from newsnlp.entities.numbers import parse_number, parse_ordinal

__all__ = ["bare_hour", "clock", "digital"]

_DIGITAL = re.compile(r"([01]?[0-9]|2[0-4])[:.]([0-5][0-9])(?::[0-5][0-9])?")
_AFTERNOON = words("مساء مساءا ظهرا الظهر عصرا العصر ليلا")
_MORNING = words("صباحا صباح فجرا الفجر")
_HALVES = {"والنصف": 30, "ونصف": 30, "والربع": 15, "وربع": 15, "والثلث": 20, "وثلث": 20}
_LESS = {"ربعا": 15, "ربع": 15, "الربع": 15, "ثلثا": 20, "الثلث": 20, "ثلث": 20}


def clock(line: Line, at: int, today: date | None) -> Found | None:
    """الساعة الثالثة والنصف عصرا, الساعة 15:00, الساعة العاشرة إلا ربعا."""
    hour, minute, after = _time(line, at + 1)
    if hour is None:
        return None
    return _found(line, at, after, hour, minute)


def bare_hour(line: Line, at: int, today: date | None) -> Found | None:
    """العاشرة صباحا, الثالثة والنصف بعد الظهر: the half of the day stands for الساعة."""
    hour, minute, after = _time(line, at)
    if hour is None:
        return None
    found = _found(line, at, after, hour, minute)
    return found if found and found.last > after else None


def digital(line: Line, at: int, today: date | None) -> Found | None:
    """12:30 with a colon, or 12.30 before صباحا or مساء."""
    form = line.at(at).form
    match = _DIGITAL.fullmatch(form)
    half = line.form(at + 1)
    if match is None or (":" not in form and half not in _AFTERNOON | _MORNING):
        return None
    return _found(line, at, at + 1, int(match[1]), int(match[2]))


def _time(line: Line, at: int) -> tuple[int | None, int, int]:
    form = line.at(at).form
    match = _DIGITAL.fullmatch(form)
    if match:
        return int(match[1]), int(match[2]), at + 1
    if re.fullmatch("[01]?[0-9]|2[0-4]", form):
        hour, after = int(form), at + 1
    elif form == "الواحده":
        hour, after = 1, at + 1
    else:
        ordinal = parse_ordinal([form, line.form(at + 1)]) if form.endswith("ه") else None
        if ordinal is None or ordinal[0] > 12:
            return None, 0, at
        hour, after = ordinal[0], at + ordinal[1]
    minute, after = _minutes(line, after)
    return (hour, minute, after) if minute >= 0 else ((hour - 1) % 24, minute + 60, after)


def _minutes(line: Line, at: int) -> tuple[int, int]:
    """The minutes past the hour, negative where الا takes them off, and where they end."""
    word = line.at(at)
    if word.full in _HALVES:
        return _HALVES[word.full], at + 1
    sign, ahead = 1, at
    if word.form == "الا":
        sign, ahead = -1, at + 1
        if line.form(ahead) in _LESS:
            return -_LESS[line.form(ahead)], ahead + 1
    elif word.prefix != "و":
        return 0, at
    number = parse_number(line.numerals(ahead))
    if number and isinstance(number[0], int) and 0 < number[0] < 60:
        stop = ahead + number[1]
        if line.form(stop) in ("دقيقه", "دقائق"):
            return sign * number[0], stop + 1
    return 0, at


def _found(line: Line, start: int, after: int, hour: int, minute: int) -> Found | None:
    half = line.form(after)
    if half == "بعد" and line.form(after + 1) == "الظهر":
        half, after = "الظهر", after + 1
    elif half == "قبل" and line.form(after + 1) == "الظهر":
        half, after = "صباحا", after + 1
    if half in _AFTERNOON:
        # Twelve at night begins the day, twelve at noon does not.
        night = half == "ليلا" and (hour == 12 or hour < 5)
        hour = hour % 12 if night else hour + 12 if hour < 12 else hour
        after += 1
    elif half in _MORNING:
        hour, after = hour % 12 if hour == 12 else hour, after + 1
    if hour > 24 or (hour == 24 and minute):
        return None
    value = f"T{hour:02d}:{minute:02d}"
    return Found(start, after, value, "time", "clock", f"{hour:02d}:{minute:02d}")
