"""Units of measure by their Arabic names: length, area, weight, volume, energy, heat, data."""

from __future__ import annotations

from dataclasses import dataclass

from newsnlp.arabic import fold

__all__ = ["POWERS", "SHORT_UNITS", "UNITS", "Unit"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its Arabic name and its international symbol, or its English name."""

    arabic: str
    symbol: str


# name symbol: other forms of the singular and the plurals; duals and ا of the accusative are made.
_ROWS = """
كيلومتر km كيلومترات كيلو_متر كيلو_مترات
متر m أمتار مترات
سنتيمتر cm سنتيمترات سنتمتر سنتمترات
مليمتر mm مليمترات ملليمتر ملليمترات ميليمتر
ميل miles أميال
قدم feet أقدام قدما
بوصة inches بوصات إنش إنشات
ياردة yards ياردات
هكتار ha هكتارات
فدان acres أفدنة فدادين
دونم dunams دونمات
طن t أطنان طنا
كيلوغرام kg كيلوغرامات كيلوجرام كيلوجرامات كيلو_غرام كيلو_جرام كيلوغراما كيلو
غرام g غرامات جرام جرامات
مليغرام mg مليغرامات ملليغرام مليجرام ملغ
رطل pounds أرطال
أونصة ounces أونصات أوقية
قنطار quintals قناطير
قيراط carats قيراطا قراريط
برميل barrels براميل
لتر l لترات ليتر ليترات
غالون gallons غالونات جالون جالونات
واط W وات
كيلوواط kW كيلووات كيلو_واط كيلو_وات
ميغاواط MW ميغاوات ميجاوات ميجاواط ميغا_واط ميغا_وات
غيغاواط GW غيغاوات جيجاوات جيجاواط
تيراواط TW تيراوات
ميغاهرتز MHz ميجاهرتز
غيغاهرتز GHz جيجاهرتز
ميغابايت MB ميجابايت
غيغابايت GB جيجابايت
تيرابايت TB
ميغابكسل megapixels ميجابكسل
درجة_مئوية °C درجات_مئوية
درجة_فهرنهايت °F درجات_فهرنهايت
"""
# Abbreviations are words too (كم is "how many"), so they count only behind digits.
_SHORT = {
    "كم": "km", "كلم": "km", "م": "m", "سم": "cm", "ملم": "mm", "مم": "mm", "كغ": "kg", "كلغ": "kg",
    "كجم": "kg", "كغم": "kg", "غ": "g", "غم": "g", "جم": "g", "كيلو": "kg",
}  # fmt: skip
# A footballer's own feet, and a city.
_OTHER_WORDS = frozenset(("قدمين", "قدمان", "ميلان"))

POWERS = {
    "مربع": "²",
    "مربعا": "²",
    "مربعه": "²",
    "مكعب": "³",
    "مكعبا": "³",
    "مكعبه": "³",
    "²": "²",
    "³": "³",
}


def _units() -> dict[str, tuple[Unit, int]]:
    """Every folded form of a unit, one or two words, with 2 where the form says two of them."""
    found: dict[str, tuple[Unit, int]] = {}
    for row in _ROWS.strip().splitlines():
        name, symbol, *others = (field.replace("_", " ") for field in row.split())
        unit = Unit(name, symbol)
        for form in (name, *others):
            singular = fold(form)
            stem = f"{singular[:-1]}ت" if form.endswith("ة") else singular
            for made, count in (
                (singular, 1),
                (f"{singular}ا", 1),
                (f"{stem}ين", 2),
                (f"{stem}ان", 2),
                (f"ال{singular}", 1),
            ):
                if made not in _OTHER_WORDS:
                    found.setdefault(made, (unit, count))
    return found


UNITS = _units()
SHORT_UNITS = {form: Unit(form, symbol) for form, symbol in _SHORT.items()}
