"""One pass over a line: which rules a word can begin, and the longest of what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from newsnlp.entities.dates.calendar_rules import (
    calendar_date,
    day_with_head,
    numeric,
    weekday,
    year,
)
from newsnlp.entities.dates.clock_rules import bare_hour, clock, digital
from newsnlp.entities.dates.period_rules import (
    bare_unit,
    century,
    decade,
    fraction,
    season,
    with_part,
)
from newsnlp.entities.dates.points import Found
from newsnlp.entities.dates.range_rules import bounded, dashed, headed
from newsnlp.entities.dates.relative_rules import (
    adverb,
    counted_window,
    offset,
    this_unit,
    unit_with_modifier,
    window,
)
from newsnlp.entities.dates.surface import Line, Reader
from newsnlp.entities.dates.vocabulary import (
    DAY_PARTS,
    DECADES,
    HIJRI_MONTHS,
    MONTHS,
    PARTS,
    SEASONS,
    UNITS,
    VOCABULARY,
    WEEKDAYS,
)
from newsnlp.entities.numbers import NUMERALS, ORDINALS

__all__ = ["READER", "dates_of"]

Rule = Callable[[Line, int, date | None], Found | None]

READER = Reader(VOCABULARY)


def _part(line: Line, at: int, today: date | None) -> Found | None:
    """مطلع العام الجاري, أواخر أكتوبر, منتصف شهر مايو 2018."""
    english = PARTS[line.at(at).form]
    inner = _longest(line, at + 1, today)
    if inner is None:
        return bare_unit(line, at, today, english)
    if inner.first != at + 1 or inner.grain in ("time", "day"):
        return None
    return with_part(inner, at, english)


def _day_part(line: Line, at: int, today: date | None) -> Found | None:
    """صباح اليوم, مساء الثلاثاء الماضي, فجر 17 أكتوبر."""
    if line.at(at + 1).prefix:
        return None
    inner = _longest(line, at + 1, today)
    if inner is None or inner.first != at + 1 or inner.grain != "day":
        return None
    return replace(
        inner, first=at, english=f"{inner.english}, {DAY_PARTS[line.at(at).form]}", arabic=""
    )


def _rules() -> dict[str, tuple[Rule, ...]]:
    """The rules by the form their first word has."""
    found: dict[str, list[Rule]] = {}

    def begin(rule: Rule, *forms: str) -> None:
        for form in forms:
            found.setdefault(form, []).append(rule)

    begin(calendar_date, *(name.split()[0] for name in (*MONTHS, *HIJRI_MONTHS)))
    begin(calendar_date, *ORDINALS, "شهر", "شهري", "اول", "غره")
    begin(bare_hour, *ORDINALS)
    begin(counted_window, *(f"ال{form}" for form in NUMERALS))
    begin(day_with_head, "يوم", "اليوم")
    begin(weekday, *WEEKDAYS, "يوم", "يومي")
    begin(year, *"عام العام سنه السنه عامي سنتي العامين السنتين الاعوام السنوات موسم".split())
    begin(headed, "عام", "العام", "سنه", "السنه", "موسم")
    begin(adverb, *"اليوم امس الامس غدا غد الغد الليله البارحه اول بعد يوم".split())
    begin(unit_with_modifier, *(f"ال{form}" for form in UNITS))
    begin(window, *(f"ال{form}" for form in UNITS))
    begin(this_unit, "هذا", "هذه")
    begin(offset, "قبل", "منذ", "بعد")
    begin(fraction, "الربع", "النصف", "الثلث")
    begin(season, *SEASONS, *(f"ال{form}" for form in SEASONS))
    begin(century, "القرن")
    begin(decade, *DECADES, *(f"ال{form}" for form in DECADES))
    begin(bounded, "بين", "من", "منذ")
    begin(clock, "الساعه")
    begin(_part, *PARTS)
    begin(_day_part, *DAY_PARTS)
    return {form: tuple(rules) for form, rules in found.items()}


_BY_FORM = _rules()
_BY_NUMBER: tuple[Rule, ...] = (
    numeric,
    calendar_date,
    dashed,
    digital,
    counted_window,
    year,
)


def dates_of(line: Line, today: date | None) -> Iterator[Found]:
    """The date expressions of a line in order; they never overlap."""
    at = 0
    for index, word in enumerate(line.words):
        if index < at or not (word.form in _BY_FORM or word.kind == "number"):
            continue
        found = _longest(line, index, today)
        if found:
            yield found
            at = found.last


def _longest(line: Line, at: int, today: date | None) -> Found | None:
    word = line.at(at)
    rules = _BY_NUMBER if word.kind == "number" else _BY_FORM.get(word.form, ())
    best = None
    for rule in rules:
        found = rule(line, at, today)
        if found and (best is None or found.last > best.last):
            best = found
    return best
