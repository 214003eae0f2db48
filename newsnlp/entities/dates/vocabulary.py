"""The words dates are made of, folded, each table keyed by the word a reader would look up."""

from __future__ import annotations

from newsnlp.arabic import fold
from newsnlp.entities.dates.surface import words
from newsnlp.entities.numbers import NUMERALS, ORDINALS

__all__ = [
    "AGAIN",
    "AMBIGUOUS_MONTHS",
    "CURRENT",
    "DAY_PARTS",
    "DECADES",
    "HIJRI_MONTHS",
    "MODIFIERS",
    "MONTHS",
    "NEXT",
    "PARTS",
    "PAST",
    "SEASONS",
    "UNITS",
    "VOCABULARY",
    "WEEKDAYS",
    "Unit",
]


def _table(*rows: str) -> dict[str, int]:
    """Each row lists the forms of one thing, numbered from 1; ``_`` stands for a blank."""
    return {
        fold(form).replace("_", " "): number
        for number, row in enumerate(rows, 1)
        for form in row.split()
    }


MONTHS = _table(
    "يناير كانون_الثاني جانفي",
    "فبراير شباط فيفري",
    "مارس آذار",
    "أبريل نيسان أفريل",
    "مايو أيار ماي مايس",
    "يونيو يونية يونيه حزيران جوان",
    "يوليو يوليه يولية تموز جويلية يوليوز",
    "أغسطس آب أوت غشت",
    "سبتمبر أيلول شتنبر",
    "أكتوبر تشرين_الأول",
    "نوفمبر تشرين_الثاني نونبر",
    "ديسمبر كانون_الأول دجنبر ديسيمبر",
)
"""Gregorian months by their Egyptian and Gulf, Levantine and Maghrebi names."""

AMBIGUOUS_MONTHS = words("مارس آب أوت ماي جوان نيسان")
"""Names that are also a verb, a father, an English word, a person or a car."""

HIJRI_MONTHS = _table(
    "محرم المحرم محرم_الحرام",
    "صفر",
    "ربيع_الأول",
    "ربيع_الآخر ربيع_الثاني",
    "جمادى_الأولى جمادى_الأول",
    "جمادى_الآخرة جمادى_الثانية جمادى_الآخر",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذي_القعدة ذو_القعدة ذي_قعدة",
    "ذي_الحجة ذو_الحجة ذي_حجة",
)

WEEKDAYS = {
    form: number
    for number, listed in enumerate(
        (
            "الاثنين",
            "الثلاثاء الثلثاء",
            "الأربعاء",
            "الخميس",
            "الجمعة",
            "السبت",
            "الأحد",
        ),
        1,
    )
    for form in words(listed)
}
"""Weekdays by ISO number, Monday 1."""

PAST = words(
    "الماضي الماضية الماضيين الماضيتين الماضيان الفائت الفائتة الفائتين المنصرم المنصرمة المنصرمين"
    " المنقضي المنقضية الأخير الأخيرة الأخيرين الأخيرتين"
)
NEXT = words("المقبل المقبلة المقبلين المقبلتين القادم القادمة القادمين القادمتين الآتي الآتية")
CURRENT = words("الجاري الجارية الحالي الحالية الراهن الراهنة")
AGAIN = {
    fold(form): english
    for english, listed in {
        "previous": "السابق السابقة",
        "following": "التالي التالية اللاحق",
        "same": "نفسه نفسها ذاته ذاتها عينه",
    }.items()
    for form in listed.split()
}
"""Modifiers that point to a day the text has named before: no value from the document's date."""
MODIFIERS = PAST | NEXT | CURRENT | AGAIN.keys()

Unit = tuple[str, int]
UNITS: dict[str, Unit] = {
    fold(form): (unit, count)
    for unit, singulars, duals, plurals in (
        ("minute", "دقيقة", "دقيقتين دقيقتان", "دقائق"),
        ("hour", "ساعة", "ساعتين ساعتان", "ساعات"),
        ("day", "يوم يوما", "يومين يومان", "أيام"),
        ("week", "أسبوع أسبوعا", "أسبوعين أسبوعان", "أسابيع"),
        ("month", "شهر شهرا", "شهرين شهران", "أشهر شهور"),
        ("year", "عام عاما سنة", "عامين عامان سنتين سنتان", "أعوام سنوات سنين"),
        ("decade", "عقد عقدا", "عقدين عقدان", "عقود"),
        ("century", "قرن قرنا", "قرنين قرنان", "قرون"),
    )
    for count, listed in ((1, singulars), (2, duals), (0, plurals))
    for form in listed.split()
}
"""Units of time: the unit, and 1, 2 or 0 for a singular, dual or plural form."""

SEASONS = {"ربيع": 21, "صيف": 22, "خريف": 23, "شتاء": 24}
"""Seasons by their ISO 8601-2:2019 number (clause 4.8, sub-year groupings)."""

DECADES = {
    fold(stem + ending): ten * 10
    for ten, stem in enumerate("عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين".split(), 2)
    for ending in ("يات", "ات")
}

PARTS = {
    fold(form): english
    for english, listed in {
        "early": "مطلع أوائل مستهل",
        "mid": "منتصف أواسط",
        "late": "أواخر",
        "start of": "بداية",
        "end of": "نهاية ختام",
    }.items()
    for form in listed.split()
}
DAY_PARTS = {
    fold(form): english
    for english, listed in {
        "morning": "صباح صبيحة",
        "dawn": "فجر",
        "noon": "ظهر ظهيرة",
        "afternoon": "عصر",
        "evening": "مساء عشية",
        "night": "ليل ليلة",
    }.items()
    for form in listed.split()
}
_OTHERS = words(
    "عام العام سنة السنة عامي سنتي يوم اليوم يومي شهر الشهر شهري أسبوع الأسبوع عقد العقد القرن قرن"
    " الربع النصف الثلث الساعة أمس غدا الغد الليلة البارحة الأمس أول قبل منذ بعد بين من هذا هذه"
    " كانون تشرين ربيع جمادى ذي ذو موسم حرب ثورة انتخابات انتفاضة نكسة نكبة هزيمة عدوان حدود دستور"
    " في حتى خلال غرة"
)
_DEFINITE = frozenset(
    f"ال{form}" for table in (UNITS, SEASONS, DECADES) for form in table if form != "عقود"
)
VOCABULARY = frozenset(
    (
        *(name for name in (*MONTHS, *HIJRI_MONTHS) if " " not in name),
        *(WEEKDAYS.keys() | UNITS.keys() | SEASONS.keys() | DECADES.keys()),
        *(PARTS.keys() | DAY_PARTS.keys()),
        *_OTHERS,
        *_DEFINITE,
        *NUMERALS,
        *ORDINALS,
        *(f"ال{form}" for form in NUMERALS),
    )
)
"""Every word before which the rules cut proclitics."""
