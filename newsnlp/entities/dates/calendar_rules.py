"""Rules for dates on the calendar: days, months and years, Gregorian and Hijri."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsnlp.entities.dates.fields import (
    day_at,
    is_year,
    month_at,
    numeric_date,
    year_at,
    year_with_head,
)
from newsnlp.entities.dates.points import Found, Point, day_of_week, nearest_year
from newsnlp.entities.dates.surface import Line, words
from newsnlp.entities.dates.vocabulary import CURRENT, MODIFIERS, NEXT, PAST, UNITS, WEEKDAYS

__all__ = [
    "calendar_date",
    "day_with_head",
    "direction_of",
    "found",
    "numeric",
    "point_at",
    "weekday",
    "year",
]

_DAY_WORDS = words("يوم اليوم يومي")
_MONTH_WORDS = words("شهر شهري")
_YEAR_NOUNS = words("العام السنة")
_DIRECT_CUES = words("في قبل بعد منذ حتى بحلول خلال عام سنة مطلع أواخر منتصف نهاية بداية أوائل")
_EVENTS = words(
    "حرب ثورة انتخابات موسم نكسة نكبة حدود دستور صيف شتاء ربيع خريف ميزانية موازنة أزمة حزيران"
    " انتفاضة هزيمة عدوان"
)
_AFTER_YEAR = words(
    "من في على عن إلى حتى أن إن بعد قبل مع حيث عندما التي الذي ضد ثم أو أم بين خلال لكن وقد قد كما"
    " منذ ما لم لا كان كانت هو هي أي بسبب بشأن حول عبر نحو"
)
_PAIRS = words("عامي سنتي العامين السنتين الأعوام السنوات")
_COUNTED = UNITS.keys() | words(
    "شخص دولار درهم ريال دينار جنيه ليرة يورو متر كيلومتر كلم كم طن برميل هكتار فدان ميغاوات قتيل"
    " جريح مليون ألف مليار حالة إصابة وحدة شركة موظف عامل طالب لاعب سيارة منزل"
)
_ENGLISH_WEEKDAYS = ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split()
_FUZZY_WEEKDAY = words("بين كلا هذين لكلا أحد")


def found(
    point: Point, first: int, last: int, today: date | None, rule: str, *, direction: int = 0
) -> Found:
    """The point with its year resolved, and its names as written."""
    resolved = nearest_year(point, today, direction)
    english = point.english()
    if direction:
        english = f"{'last' if direction < 0 else 'next'} {english}"
    return Found(
        first,
        last,
        resolved.iso(),
        point.grain,
        "hijri" if point.hijri else rule,
        english,
        point.arabic() if not direction else "",
        resolved,
    )


def direction_of(form: str) -> int | None:
    """-1, 0 or 1 for الماضي, الجاري or المقبل; None for any other word."""
    if form in PAST:
        return -1
    if form in NEXT:
        return 1
    return 0 if form in CURRENT else None


def point_at(line: Line, at: int) -> tuple[Point, int, bool] | None:
    """Day and month with or without year, month with or without year, a numeric date.

    The third value says that the month's name alone would prove nothing.
    """
    numeric_point = numeric_date(line.at(at).form) if line.at(at).kind == "number" else None
    if numeric_point:
        return _with_era(line, numeric_point, at + 1)
    start = at
    day = day_at(line, at)
    if day:
        at = day[1]
        at += line.at(at).form in ("/", "-", "من")
    named = (line.at(at).form if at == start else line.form(at)) in _MONTH_WORDS
    at += named
    month = month_at(line, at)
    if month is None:
        return None
    number, hijri, ambiguous, at = month
    if hijri and line.form(start + 1) in ("-", "/"):
        return None  # 1-صفر is a score
    point = Point(None, number, day[0] if day else None, hijri)
    year, at = _year_of_month(line, at)
    if year:
        point = replace(point, year=year.year, hijri=hijri or year.hijri)
    if not point.is_possible:
        return None
    return point, at, ambiguous and not (day or named or year)


def _with_era(line: Line, point: Point, at: int) -> tuple[Point, int, bool]:
    mark = line.at(at).form
    if mark in ("ه", "م"):
        return replace(point, hijri=mark == "ه"), at + 1, False
    return point, at, False


def _year_of_month(line: Line, at: int) -> tuple[Point | None, int]:
    """The year behind a month: 2018, من عام 2018, لعام 2018, /2018, ، 2018."""
    ahead = at
    if line.form(ahead) in ("من", "/", "-", "،", ","):
        ahead += 1
    year = year_with_head(line, ahead) or (
        year_at(line, ahead) if line.form(at) != "من" or is_year(line.form(ahead)) else None
    )
    return year if year else (None, at)


def calendar_date(line: Line, at: int, today: date | None) -> Found | None:
    """17 أكتوبر, 17 تشرين الأول/أكتوبر 2022, الخامس عشر من مايو الماضي, أكتوبر 2018, رمضان 1443."""
    start = at
    read = point_at(line, at)
    if read is None:
        return None
    point, at, unsure = read
    if point.year is None:
        modified = _modified(line, point, start, at, today)
        if modified:
            return modified
    if unsure:
        return None
    return found(point, start, at, today, "date" if point.day else "month")


def _modified(line: Line, point: Point, start: int, at: int, today: date | None) -> Found | None:
    """الماضي, المقبل and من العام الجاري behind a date without its year."""
    direction = direction_of(line.form(at))
    if direction is not None:
        rule = "date-relative"
        made = found(point, start, at + 1, today, rule, direction=direction)
        # Of this month, the Arabic day says no more than its number: 16 أكتوبر الجاري.
        this = "" if point.day else "this "
        return made if direction else replace(made, english=f"{this}{point.english()}")
    if line.form(at) in MODIFIERS:
        # Of a year the text has named: nothing to resolve against.
        return Found(start, at + 1, point.iso(), point.grain, "date", point.english())
    ahead = at + (line.form(at) == "من")
    if line.at(ahead).form in _YEAR_NOUNS:
        direction = direction_of(line.form(ahead + 1))
        if direction is not None:
            dated = replace(point, year=today.year + direction) if today else point
            phrase = {-1: "last year", 0: "this year", 1: "next year"}[direction]
            english = f"{point.english()} {phrase}"
            return Found(
                start, ahead + 2, dated.iso(), point.grain, "date-relative", english, "", dated
            )
    return None


def numeric(line: Line, at: int, today: date | None) -> Found | None:
    """17/10/2022, 2022-10-17, 15/9/1443 هـ; and 17/10 behind a weekday or يوم."""
    form = line.at(at).form
    if numeric_date(form):
        read = point_at(line, at)
        return found(read[0], at, read[1], today, "numeric") if read else None
    day, slash, month = form.partition("/")
    before = line.at(at - 1).form
    told = before in WEEKDAYS or before in _DAY_WORDS or before == "بتاريخ"
    if slash and told and day.isdigit() and month.isdigit() and 1 <= int(month) <= 12:
        point = Point(None, int(month), int(day))
        if point.is_possible and int(day):
            return found(point, at, at + 1, today, "numeric")
    return None


def day_with_head(line: Line, at: int, today: date | None) -> Found | None:
    """يوم 17 أكتوبر, اليوم 17/10/2022."""
    ahead = at + 1 + (line.form(at + 1) == "ال")  # يوم الـ21 من يونيو
    if line.at(ahead).prefix:
        return None
    inner = calendar_date(line, ahead, today) or numeric(line, ahead, today)
    return replace(inner, first=at) if inner and inner.grain == "day" else None


def weekday(line: Line, at: int, today: date | None) -> Found | None:
    """الثلاثاء, يوم الثلاثاء الماضي, الثلاثاء 17 أكتوبر 2022, الثلاثاء (17 أكتوبر)."""
    start = at
    if line.at(at).form in _DAY_WORDS:
        at += 1
        if line.at(at).prefix:
            return None
    number = WEEKDAYS.get(line.at(at).form)
    if number is None:
        return None
    if start == at and number in (1, 7) and line.form(at - 1) in _FUZZY_WEEKDAY:
        return None
    at += 1
    english = _ENGLISH_WEEKDAYS[number - 1]
    dated = _date_of_weekday(line, at, today)
    if dated:
        return replace(dated, first=start, english=f"{english} {dated.english}", arabic="")
    direction = direction_of(line.form(at))
    if direction is None:
        again = line.form(at) in MODIFIERS
        value = None if today is None or again else day_of_week(today, number, 0)
        return Found(start, at + again, value, "day", "weekday", english)
    value = day_of_week(today, number, direction) if today else None
    prefix = {-1: "last", 0: "this", 1: "next"}[direction]
    return Found(start, at + 1, value, "day", "weekday", f"{prefix} {english}")


def _date_of_weekday(line: Line, at: int, today: date | None) -> Found | None:
    opened = line.form(at) == "("
    if line.at(at).form in ("الموافق", "المصادف") or line.form(at) in ("(", "،", ",", "-"):
        at += 1
    made = calendar_date(line, at, today) or numeric(line, at, today)
    if made is None or made.grain != "day":
        return None
    return replace(made, last=made.last + (opened and line.form(made.last) == ")"))


def year(line: Line, at: int, today: date | None) -> Found | None:
    """عام 2015, سنة ١٩٦٧, العام 1443 هـ; a bare 2015 only behind a cue: في 2015, حرب 1967."""
    headed = year_with_head(line, at)
    if headed:
        return found(headed[0], at, headed[1], today, "year")
    read = year_at(line, at)
    if read is None:
        return None
    point, after = read
    if after == at + 1 and not _is_year_here(line, at):
        return None
    return found(point, at, after, today, "year")


def _is_year_here(line: Line, at: int) -> bool:
    """Whether the bare digits are a year and not a count of what follows."""
    before, after = line.at(at - 1), line.at(at + 1)
    bracketed = before.form == "(" and after.form == ")"
    if bracketed or before.form in _EVENTS:
        return True
    listed = before.form in ("و", "أو", "،") and is_year(line.form(at - 2))
    if listed and line.at(at - 3).form in _PAIRS:
        return True
    if before.form not in _DIRECT_CUES and not listed:
        return False
    ends = after.kind in ("end", "punct") and after.form not in ("%", "٪", "$", "°")
    if ends or after.form in _AFTER_YEAR or after.full.startswith(("و", "ال", "لل")):
        return True
    # A count this odd is rare: في 2019 بحضور, not في 2000 منزل or في 2015 منزلا.
    is_round = line.at(at).form.endswith("00")
    return not (is_round or after.form in _COUNTED or after.form.endswith("ا"))
