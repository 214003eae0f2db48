"""Rules for days, weeks, months and years counted from the day of writing."""

from __future__ import annotations

from datetime import date

from newsnlp.entities.dates.calendar_rules import direction_of, weekday
from newsnlp.entities.dates.points import Found, near_weekday, shifted
from newsnlp.entities.dates.surface import Line, words
from newsnlp.entities.dates.vocabulary import AGAIN, MODIFIERS, UNITS, WEEKDAYS
from newsnlp.entities.numbers import parse_number

__all__ = ["adverb", "counted_window", "offset", "this_unit", "unit_with_modifier", "window"]

_TODAY_NOT_BEFORE = words(
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الأخير التالي السابق"
    " الواحد الوطني العالمي الدولي نفسه ذاته المفتوح الدراسي الموعود الذي التي"
)
_TODAY_NOT_AFTER = words(
    "في ذلك نفس ذات طوال طيلة المصري روسيا صحيفة جريدة دار موقع قناة وكالة أخبار هو كان"
)
_OFFICES = words(
    "الأمين المدير القائد الرأي الأمن المدعي القطاع الاتجاه النائب المفتش الصالح النفع الوضع"
    " المراقب المشهد الطابع الإطار الحاكم السكرتير الاتحاد الإضراب المقرر الوكيل الشكل المنسق"
)
_ABOUT = words("نحو حوالي قرابة زهاء أكثر أقل")
_SEVERAL = {"عده": "several", "بضعه": "a few", "بضع": "a few"}
_PHRASES = {-1: "last", 0: "this", 1: "next"}


def adverb(line: Line, at: int, today: date | None) -> Found | None:
    """اليوم, أمس, أمس الأول, أول أمس, غدا, بعد غد, الليلة, each with a weekday that follows."""
    form, second, third = (line.form(at), line.form(at + 1), line.form(at + 2))
    if not form and line.at(at).prefix in ("و", "ف"):
        form = line.at(at).form
    if form == "اول" and (second == "امس" or (second == "من" and third == "امس")):
        return _day(
            line, at, at + (2 if second == "امس" else 3), today, -2, "the day before yesterday"
        )
    if form == "بعد" and second in ("غد", "الغد"):
        return _day(line, at, at + 2, today, 2, "the day after tomorrow")
    if form == "يوم" and second in ("امس", "غد", "الغد", "الامس"):
        return _adverb_at(line, at, at + 1, today)
    return _adverb_at(line, at, at, today)


def _adverb_at(line: Line, start: int, at: int, today: date | None) -> Found | None:
    form, second = line.at(at).form, line.form(at + 1)
    if form in ("امس", "الامس", "البارحه"):
        if second == "الاول":
            return _day(line, start, at + 2, today, -2, "the day before yesterday")
        return _day(line, start, at + 1, today, -1, "yesterday")
    if form in ("غدا", "غد", "الغد"):
        return _day(line, start, at + 1, today, 1, "tomorrow")
    if form == "الليله":
        if second in MODIFIERS:
            direction = direction_of(second)
            night = "last night" if direction == -1 else "next night"
            return _day(line, start, at + 2, today, direction or 0, night)
        return _day(line, start, at + 1, today, 0, "tonight")
    if form == "اليوم" and _is_today(line, at):
        return _day(line, start, at + 1, today, 0, "today")
    return None


def _is_today(line: Line, at: int) -> bool:
    """Whether اليوم is the adverb and not the noun or a newspaper's name."""
    if line.form(at + 1) in WEEKDAYS:
        return True
    if line.at(at).prefix not in ("", "و", "ف") or line.form(at + 1) in _TODAY_NOT_BEFORE:
        return False
    return line.at(at - 1).form not in _TODAY_NOT_AFTER


def _day(line: Line, first: int, last: int, today: date | None, days: int, english: str) -> Found:
    """The day, and the weekday behind it where there is one."""
    rule = "adverb"
    value = shifted(today, "day", days)
    ahead = last + (line.form(last) in ("،", ",", "("))
    dated = weekday(line, ahead, today) if line.form(ahead) in WEEKDAYS else None
    if dated is None:
        return Found(first, last, value, "day", rule, english)
    exact = dated.value
    if today and not (dated.point and dated.point.day):
        # An article may appear a day after it was written: the weekday is surer than its date.
        exact = near_weekday(today, days, WEEKDAYS[line.form(ahead)])
    closing = ahead > last and line.form(last) == "(" and line.form(dated.last) == ")"
    if ahead > last and line.form(last) == "(" and not closing:
        return Found(first, last, value, "day", rule, english)
    return Found(first, dated.last + closing, exact, "day", rule, f"{english}, {dated.english}")


def unit_with_modifier(line: Line, at: int, today: date | None) -> Found | None:
    """الأسبوع الماضي, الشهر المقبل, العام الجاري, السنة السابقة."""
    unit = _definite_unit(line, at)
    second = line.form(at + 1)
    if unit is None or unit[1] != 1 or second not in MODIFIERS:
        return None
    if line.at(at).form == "العام" and line.at(at - 1).form in _OFFICES:
        return None
    if second in AGAIN:
        return Found(at, at + 2, None, unit[0], "relative", f"the {AGAIN[second]} {unit[0]}")
    direction = direction_of(second) or 0
    value = shifted(today, unit[0], direction)
    if unit == ("century", 1) and direction < 1:
        value = value or str(20 + direction)
    return Found(at, at + 2, value, unit[0], "relative", f"{_PHRASES[direction]} {unit[0]}")


def _definite_unit(line: Line, at: int) -> tuple[str, int] | None:
    form = line.at(at).form
    return UNITS.get(form[2:]) if form.startswith("ال") else None


def this_unit(line: Line, at: int, today: date | None) -> Found | None:
    """هذا العام, هذه السنة, هذا الأسبوع."""
    unit = _definite_unit(line, at + 1)
    if unit is None or unit[1] != 1 or line.at(at + 1).prefix:
        return None
    if unit[0] in ("minute", "hour"):
        return None
    return Found(at, at + 2, shifted(today, unit[0], 0), unit[0], "relative", f"this {unit[0]}")


def offset(line: Line, at: int, today: date | None) -> Found | None:
    """قبل ثلاثة أيام, منذ عامين, بعد أسبوعين, قبل عدة أشهر.

    Where من or على follows, the count starts from an event and has no value.
    """
    start, preposition = at, line.at(at).form
    at += 1
    about = line.form(at) in _ABOUT
    if about:
        at += 1 + (line.form(at + 1) == "من")
    counted = None if line.at(at).prefix else _counted(line, at)
    if counted is None:
        return None
    count, unit, at = counted
    if unit in ("minute", "hour") and count is None:
        return None
    amount = _amount(count, unit, line.form(start + 1 + about))
    anchored = preposition != "منذ" and line.form(at) in ("من", "علي")
    sign = 1 if preposition == "بعد" else -1
    if preposition == "بعد" and count is None:
        return None
    value = None
    if count is not None and not anchored:
        value = shifted(today, unit, sign * count)
    when = {"قبل": "ago", "منذ": "ago", "بعد": "later"}[preposition]
    if anchored:
        when = "before" if preposition == "قبل" else "after"
    approx = "about " if about else ""
    return Found(start, at, value, unit, "offset", f"{approx}{amount} {when}")


def _counted(line: Line, at: int) -> tuple[int | None, str, int] | None:
    """A number of units: how many (None for several), which, where it ends."""
    form = line.at(at).form
    several = form in _SEVERAL
    if several:
        unit = UNITS.get(line.form(at + 1))
        return (None, unit[0], at + 2) if unit and unit[1] == 0 else None
    unit = UNITS.get(form)
    if unit:
        # A bare singular is "a day's", not one day: قبل يوم الأحد.
        if unit[1] == 1 and line.form(at + 1) not in ("واحد", "واحده"):
            return _lone(line, at, unit[0])
        return (unit[1] or None, unit[0], at + 1 + (unit[1] == 1))
    number = parse_number(line.numerals(at))
    if number is None or not isinstance(number[0], int) or not 0 < number[0] < 10_000:
        return None
    unit = UNITS.get(line.form(at + number[1]))
    return (number[0], unit[0], at + number[1] + 1) if unit and unit[1] != 2 else None


def _lone(line: Line, at: int, unit: str) -> tuple[int, str, int] | None:
    after = line.at(at + 1)
    ends = after.kind in ("end", "punct") or after.form in ("من", "علي")
    return (1, unit, at + 1) if ends and after.form != "(" else None


def _amount(count: int | None, unit: str, word: str) -> str:
    if count is None:
        return f"{_SEVERAL.get(word, '')} {_plural(unit)}".strip()
    return f"{count} {unit if count == 1 else _plural(unit)}"


def _plural(unit: str) -> str:
    return "centuries" if unit == "century" else f"{unit}s"


def window(line: Line, at: int, today: date | None) -> Found | None:
    """الأيام العشرة الماضية, العامين الماضيين, السنوات الخمس المقبلة, الأشهر الماضية."""
    unit = _definite_unit(line, at)
    if unit is None or unit[1] == 1:
        return None
    start, (name, dual) = at, unit
    at += 1
    count: int | None = dual or None
    vague = line.form(at) == "القليله"
    if vague:
        at += 1
    elif not dual:
        at += line.form(at) == "ال"  # الشهور الـ4 الماضية
        number = parse_number(line.numerals(at)) if line.form(at) else None
        if number and isinstance(number[0], int) and 0 < number[0] < 10_000:
            count, at = number[0], at + number[1]
    direction = direction_of(line.form(at))
    if not direction:
        return None
    english = f"the {'past' if direction < 0 else 'next'} {'few ' * vague}"
    english += f"{count} {_plural(name)}" if count else _plural(name)
    value = _interval(today, name, count, direction) if count else None
    return Found(start, at + 1, value, name, "window", english)


def counted_window(line: Line, at: int, today: date | None) -> Found | None:
    """24 ساعة الماضية, الثلاثة أشهر المقبلة: the number before its unit."""
    counted = _counted(line, at)
    if counted is None:
        return None
    count, unit, after = counted
    direction = direction_of(line.form(after))
    if count is None or not direction:
        return None
    english = f"the {'past' if direction < 0 else 'next'} {count} {_plural(unit)}"
    value = _interval(today, unit, count, direction)
    return Found(at, after + 1, value, unit, "window", english)


def _interval(today: date | None, unit: str, count: int, direction: int) -> str | None:
    far, near = shifted(today, unit, direction * count), shifted(today, unit, 0)
    if far is None or near is None:
        return None
    return f"{far}/{near}" if direction < 0 else f"{near}/{far}"
