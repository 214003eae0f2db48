"""Currencies by their Arabic names, and whose they are.

Codes are ISO 4217. A name that several countries share has no code until an adjective says whose it
is; دولار alone is the American one, as news uses it.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsnlp.arabic import fold

__all__ = ["CODES", "CURRENCIES", "SYMBOLS", "Currency", "country_key", "name_of_code"]


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency alone and by country: each a code or English name, and an Arabic name."""

    alone: tuple[str, str]
    owned: dict[str, tuple[str, str]]


_SHARED = """
دولار USD أمريكي=USD أميركي=USD كندي=CAD أسترالي=AUD نيوزيلندي=NZD سنغافوري=SGD تايواني=TWD
دينار dinar كويتي=KWD أردني=JOD بحريني=BHD عراقي=IQD ليبي=LYD جزائري=DZD تونسي=TND صربي=RSD
درهم dirham إماراتي=AED مغربي=MAD
ريال riyal سعودي=SAR قطري=QAR عماني=OMR يمني=YER إيراني=IRR برازيلي=BRL
جنيه pound مصري=EGP سوداني=SDG إسترليني=GBP استرليني=GBP بريطاني=GBP
ليرة lira لبناني=LBP سوري=SYP تركي=TRY إيطالي=ITL
فرنك franc سويسري=CHF فرنسي=FRF جيبوتي=DJF رواندي=RWF
كرونة krone سويدي=SEK نرويجي=NOK دنماركي=DKK تشيكي=CZK أيسلندي=ISK آيسلندي=ISK
كرونا krone سويدي=SEK نرويجي=NOK دنماركي=DKK أيسلندي=ISK
روبية rupee هندي=INR باكستاني=PKR إندونيسي=IDR سريلانكي=LKR نيبالي=NPR
بيزو peso مكسيكي=MXN أرجنتيني=ARS فلبيني=PHP تشيلي=CLP كولومبي=COP كوبي=CUP
شلن shilling كيني=KES صومالي=SOS أوغندي=UGX تنزاني=TZS
وون won كوري=KRW
يورو EUR
ين JPY ياباني=JPY
يوان CNY صيني=CNY
روبل RUB روسي=RUB بيلاروسي=BYN
شيكل ILS إسرائيلي=ILS
شيقل ILS إسرائيلي=ILS
هريفنيا UAH أوكراني=UAH
راند ZAR
رينغيت MYR ماليزي=MYR
زلوتي PLN بولندي=PLN
نايرا NGN
بوليفار VES
تومان toman
أوقية MRU موريتاني=MRU
"""
_BROKEN_PLURALS = {"دنانير": "دينار", "دراهم": "درهم", "شواكل": "شيكل", "شواقل": "شيقل"}
# These collide with words of their own: ينان, بيزوات; أوقية is a weight too, so it needs its owner.
_INVARIABLE = frozenset(("ين", "يورو", "بيزو", "زلوتي", "هريفنيا", "نايرا", "وون", "كرونا"))

SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₹": "INR"}
CODES = frozenset("USD EUR GBP JPY CNY CHF AED SAR KWD QAR BHD OMR EGP JOD RUB TRY ILS".split())


def country_key(form: str) -> str:
    """What the forms of a country's adjective share: أمريكي, الأمريكية, أمريكيا, folded.

    >>> country_key(fold("السعودية")) == country_key(fold("سعوديا")) == fold("سعودي")
    True
    """
    return form.removeprefix("ال").removesuffix("ه").removesuffix("ا").removesuffix("ات")


_NAMES = {"EUR": "يورو"}
"""The Arabic name of each code, the first one listed."""


def _name_of(code: str, name: str) -> str:
    return _NAMES.setdefault(code, name)


def _currencies() -> dict[str, tuple[Currency, int]]:
    """Every folded form a currency takes, with 2 where the form says two of them."""
    found: dict[str, tuple[Currency, int]] = {}
    for row in _SHARED.strip().splitlines():
        name, alone, *owners = row.split()
        owned = {}
        for owner, code in (item.split("=") for item in owners):
            agreeing = owner + "ة" if name.endswith("ة") else owner
            owned[country_key(fold(owner))] = (code, _name_of(code, f"{name} {agreeing}"))
        # دولار and دولار أمريكي are one currency, so they share a name.
        currency = Currency((alone, _NAMES.get(alone, name)), owned)
        singular = fold(name)
        feminine = name.endswith("ة")  # not جنيه, which folding makes look like one
        stem = f"{singular[:-1]}ت" if feminine else singular
        forms = [(singular, 1), (f"ال{singular}", 1)]
        if name not in _INVARIABLE:
            forms += [(f"{singular}ا", 1), (f"{stem}ين", 2), (f"{stem}ان", 2)]
            plural = f"{singular[:-1] if feminine else singular}ات"
            forms += [(plural, 0), (f"ال{plural}", 0)]
        for form, count in forms:
            found[form] = (currency, count)
    for plural, name in _BROKEN_PLURALS.items():
        found[plural] = found[f"ال{plural}"] = (found[name][0], 0)
    return found


CURRENCIES = _currencies()


def name_of_code(code: str) -> str:
    """The Arabic name of a currency's code.

    >>> name_of_code("USD"), name_of_code("EUR")
    ('دولار أمريكي', 'يورو')
    """
    return _NAMES[code]
