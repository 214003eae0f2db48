"""Dates: what the sentences do not show, and what holds for any text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsnlp.entities.amounts import amount_mentions
from newsnlp.entities.dates import annotate_dates, date_mentions
from newsnlp.entities.dates.hijri import hijri_month, hijri_to_gregorian
from newsnlp.entities.dates.points import day_of_week, near_weekday
from newsnlp.entities.dates.vocabulary import VOCABULARY
from newsnlp.model import Article, Doc
from newsnlp.text import annotate


def document(text: str, today: date | None = None) -> Doc:
    return annotate(Article("test", text, today))


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("في 17 أكتوبر", "17 October"),
        ("عام 2018", "2018"),
        ("الثلاثاء الماضي", "last Tuesday"),
        ("الخميس 20 أكتوبر 2022", "Thursday 20 October 2022"),
        ("أمس الأول", "the day before yesterday"),
        ("الربع الأول من 2018", "first quarter of 2018"),
        ("ثمانينيات القرن الماضي", "1980s"),
        ("القرن الحادي والعشرين", "21st century"),
        ("بين 3 و7 مايو", "3 May to 7 May"),
        ("قبل ثلاثة أيام", "3 days ago"),
        ("قبل ثلاثة أيام من الحرب", "3 days before"),
        ("بعد عامين", "2 years later"),
        ("قبل عدة أشهر", "several months ago"),
        ("منذ سنوات", "years ago"),
        ("15 رمضان 1443", "15 Ramadan 1443 AH"),
        ("أواخر أكتوبر", "late October"),
        ("العام التالي", "the following year"),
        ("صيف العام الماضي", "summer last year"),
    ],
)
def test_english(text: str, english: str) -> None:
    assert [m.english for m in date_mentions(document(text))] == [english]


def test_one_day_has_one_name_whatever_its_month_is_called() -> None:
    doc = document("في 17 أكتوبر 2022، و17 تشرين الأول 2022، و17/10/2022")
    assert {m.name for m in date_mentions(doc)} == {"17 أكتوبر 2022"}


def test_proclitics_stay_outside() -> None:
    text = "وبأكتوبر 2018 وللعام 2019 ولـ2020 فالثلاثاء"
    doc = annotate_dates(document(text))
    assert doc.dates is not None
    assert [d.text for d in doc.dates] == ["أكتوبر 2018", "عام 2019", "الثلاثاء"]


def test_marks_and_elongation_do_not_count() -> None:
    doc = document("في ١٧ أُكْتُوبَر، وأمــسِ")
    assert [m.text for m in date_mentions(doc)] == ["١٧ أُكْتُوبَر", "أمــسِ"]


def test_sentences_bound_dates() -> None:
    doc = annotate_dates(document("جاء في 17\nأكتوبر 2018 حافل"))
    assert doc.dates is not None
    assert [(d.sentence, d.text) for d in doc.dates] == [(1, "أكتوبر 2018")]


def test_a_weekday_is_surer_than_the_date_of_the_document() -> None:
    doc = annotate_dates(document("قال اليوم الثلاثاء", date(2022, 10, 19)))
    assert doc.dates is not None
    assert doc.dates[0].value == "2022-10-18"


# Source of the pairs: Calendrical Calculations, table of sample dates, appendix C.
@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [((1364, 12, 6), date(1945, 11, 12)), ((1, 1, 1), date(622, 7, 19))],
)
def test_hijri(hijri: tuple[int, int, int], gregorian: date) -> None:
    assert hijri_to_gregorian(*hijri) == gregorian


@given(st.integers(1, 8999), st.integers(1, 12))
def test_hijri_months_follow_each_other(year: int, month: int) -> None:
    last = hijri_month(year, month)[1]
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    assert hijri_month(*following)[0] == last + timedelta(1)


@pytest.mark.parametrize("wrong", [(1443, 13, 1), (1443, 2, 30), (0, 1, 1), (1443, 1, 0)])
def test_no_hijri_date(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no Hijri date"):
        hijri_to_gregorian(*wrong)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 7))
def test_weekdays(today: date, weekday: int) -> None:
    last, recent, coming, near = (
        date.fromisoformat(found or "")
        for found in (
            *(day_of_week(today, weekday, direction) for direction in (-1, 0, 1)),
            near_weekday(today, 0, weekday),
        )
    )
    assert last < today < coming
    assert recent <= today
    assert {day.isoweekday() for day in (last, recent, coming, near)} == {weekday}
    assert -5 <= (near - today).days <= 1


PIECES = st.sampled_from(
    [*sorted(VOCABULARY), *"٪%$/-(),،.:و", "هـ", "الـ", "17", "2018", "17/10/2022", "12:30",
     "دولار", "الماضي", "المقبل", "الأول", "الثاني", "في", "إلى", "مئة", "كم", "\n", "0", "9" * 11]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join)),
    st.one_of(st.none(), st.dates()),
)
@example("1" + 40 * "0" + " مليون دولار و" + 30 * "9" + ".5 تريليون", None)
@example(5000 * "7" + "% " + 5000 * "7", None)
@example("قبل 9999 سنة", date.min)
@example("بعد 9999 سنة والأسبوع المقبل والثلاثاء المقبل وبعد غد", date.max)
def test_any_text_gives_exact_spans_that_do_not_overlap(text: str, today: date | None) -> None:
    doc = annotate_dates(document(text, today))
    assert doc.dates is not None
    for found in (doc.dates, date_mentions(doc), amount_mentions(doc)):
        end = 0
        for span in found:
            assert end <= span.start < span.end
            assert text[span.start : span.end] == span.text
            sentence = doc.sentences[span.sentence]
            assert sentence.start <= span.start
            assert span.end <= sentence.end
            end = span.end
