"""One pass over a line: where an amount can begin, and what it is an amount of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from newsnlp.entities.amounts.currencies import (
    CODES,
    CURRENCIES,
    SYMBOLS,
    country_key,
    name_of_code,
)
from newsnlp.entities.amounts.units import POWERS, SHORT_UNITS, UNITS, Unit
from newsnlp.entities.dates.surface import Line, Reader, words
from newsnlp.entities.numbers import NUMERALS, Number, parse_number

__all__ = ["READER", "Amount", "amounts_of"]

_HUNDRED = words("المئة المائة المية")
_PERCENT_SIGNS = frozenset("%٪")
_VAGUE = {"عشرات": "tens", "مئات": "hundreds", "الاف": "thousands", "ملايين": "millions",
          "مليارات": "billions", "بلايين": "billions", "تريليونات": "trillions"}  # fmt: skip
_FRACTIONS = {"نصف": Decimal("0.5"), "ربع": Decimal("0.25")}
_PER = {
    "الساعه": ("/h", "في الساعة"),
    "ساعه": ("/h", "في الساعة"),
    "الثانيه": ("/s", "في الثانية"),
    "اليوم": ("/day", "يوميا"),
}
_GLUED_POWERS = {"2": "²", "3": "³"}

READER = Reader(
    frozenset(
        (
            *NUMERALS,
            *(f"ال{form}" for form in NUMERALS),
            *CURRENCIES,
            *(part for form in UNITS for part in form.split()),
            *_VAGUE,
            *(f"ال{form}" for form in _VAGUE),
            *_HUNDRED,
        )
    )
)
_NUMERALS = NUMERALS | {f"ال{form}" for form in NUMERALS}
# What an amount begins with, digits aside: most words of a text are none of these.
_FIRST = frozenset(
    (
        *(_NUMERALS | _VAGUE.keys() | _FRACTIONS.keys() | _PERCENT_SIGNS),
        *(SYMBOLS.keys() | CODES),
        *(form for table in (CURRENCIES, UNITS) for form in table if table[form][1] == 2),
    )
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in the words ``first`` to ``last - 1``: its type, canonical Arabic and English."""

    first: int
    last: int
    type: str
    arabic: str
    english: str


def amounts_of(line: Line) -> Iterator[Amount]:
    """The amounts of a line in order; they never overlap.

    >>> from newsnlp.text import tokenize
    >>> [a.english for a in amounts_of(READER.line(tokenize("5 ملايين دولار و12.5% و300 كم")))]
    ['USD 5000000', '12.5%', '300 km']
    """
    at = 0
    for index, word in enumerate(line.words):
        if index < at or not (word.form in _FIRST or word.kind == "number"):
            continue
        amount = _amount_at(line, index)
        if amount:
            yield amount
            at = amount.last


def _amount_at(line: Line, at: int) -> Amount | None:
    word = line.at(at)
    form = word.form
    if word.kind == "number" or form in _NUMERALS:
        found = _numbered(line, at)
        if found:
            return found
    if form in SYMBOLS or form in CODES:
        return _symbol_first(line, at, SYMBOLS.get(form, form))
    if form in _PERCENT_SIGNS:
        return _sign_first(line, at)
    if form in _VAGUE:
        return _vague(line, at)
    if form in CURRENCIES and CURRENCIES[form][1] == 2:
        return _money(line, at, at, 2)
    if form in UNITS and UNITS[form][1] == 2:
        return _quantity(line, at, at, 2, digits=False)
    if form in _FRACTIONS:
        stop = _percent_end(line, at + 1)
        return _percent(at, stop, _FRACTIONS[form]) if stop else None
    return None


def _numbered(line: Line, at: int) -> Amount | None:
    number = parse_number(line.numerals(at))
    # "23 .0%" is 0.23% with its halves swapped, as some papers print it: better no value.
    halved = line.form(at - 1) == "." and line.is_glued(at) and line.at(at - 2).kind == "number"
    # A scale behind digits belongs to them, whether or not they made an amount.
    tail = line.at(at).kind == "word" and line.at(at - 1).kind == "number"
    if number is None or halved or (tail and not line.at(at).prefix):
        return None
    value, taken = number
    after = at + taken
    stop = _percent_end(line, after)
    if stop:
        return _percent(at, stop, value)
    digits = line.at(at).kind == "number"
    return _money(line, at, after, value) or _quantity(line, at, after, value, digits=digits)


def _percent_end(line: Line, at: int) -> int | None:
    word = line.at(at)
    if word.form in _PERCENT_SIGNS:
        return at + 1
    if word.form in _HUNDRED and word.prefix == "ب":
        return at + 1
    if word.form == "في" and line.form(at + 1) in _HUNDRED:
        return at + 2
    return None


def _percent(first: int, last: int, value: Number) -> Amount:
    shown = plain(value)
    return Amount(first, last, "PERCENT", f"{shown}%", f"{shown}%")


def _sign_first(line: Line, at: int) -> Amount | None:
    """%15, where the sign does not end a number before it."""
    number = parse_number([line.form(at + 1)])
    if not line.is_glued(at + 1) or number is None or line.at(at + 1).kind != "number":
        return None
    return _percent(at, at + 2, number[0])


def _symbol_first(line: Line, at: int, code: str) -> Amount | None:
    """$5, $ 5 ملايين, USD 300."""
    if line.at(at + 1).kind != "number":
        return None
    number = parse_number(line.numerals(at + 1))
    if number is None:
        return None
    return _made_money(at, at + 1 + number[1], number[0], code, name_of_code(code))


def _money(line: Line, first: int, at: int, value: Number) -> Amount | None:
    word = line.at(at)
    if word.prefix and at > first:
        return None
    if word.form in SYMBOLS or word.form in CODES:
        code = SYMBOLS.get(word.form, word.form)
        return _made_money(first, at + 1, value, code, name_of_code(code))
    currency = _currency_at(line, at)
    if currency is None or (at > first and CURRENCIES[word.form][1] == 2):
        return None
    code, arabic, after = currency
    return _made_money(first, after, value, code, arabic)


def _currency_at(line: Line, at: int) -> tuple[str, str, int] | None:
    """A currency with its country: code or English name, Arabic name, where it ends."""
    form = line.at(at).form
    if form not in CURRENCIES:
        return None
    currency = CURRENCIES[form][0]
    owned = currency.owned.get(country_key(line.form(at + 1)))
    if owned:
        return *owned, at + 2
    if currency.alone[0] == "MRU":
        return None  # without its country أوقية is a weight
    return *currency.alone, at + 1


def _made_money(first: int, last: int, value: Number, code: str, arabic: str) -> Amount:
    return Amount(first, last, "MONEY", f"{grouped(value)} {arabic}", f"{code} {plain(value)}")


def _vague(line: Line, at: int) -> Amount | None:
    """ملايين الدولارات, عشرات آلاف الجنيهات, مئات الكيلومترات."""
    start, said = at, []
    while (form := _indefinite(line.at(at).form)) in _VAGUE and (at == start or line.form(at)):
        said.append(_VAGUE[form])
        at += 1
    arabic = " ".join(_indefinite(line.at(index).form) for index in range(start, at))
    english = " of ".join(said)
    at += line.form(at) == "من"
    currency = None if line.at(at).prefix else _currency_at(line, at)
    if currency:
        code, name, after = currency
        return Amount(start, after, "MONEY", f"{arabic} {name}", f"{english} of {code}")
    return None


def _indefinite(form: str) -> str:
    return form if form in _VAGUE else form.removeprefix("ال")


def _quantity(line: Line, first: int, at: int, value: Number, *, digits: bool) -> Amount | None:
    read = _unit_at(line, at, digits=digits and at > first, value=value)
    if read is None:
        return None
    unit, at = read
    symbol, arabic = unit.symbol, unit.arabic
    power = POWERS.get(line.form(at))
    if power is None and line.form(at) in _GLUED_POWERS and line.is_glued(at):
        power = _GLUED_POWERS[line.form(at)]
    if power:
        symbol, at = symbol + power, at + 1
        arabic += " مربع" if power == "²" else " مكعب"
    if line.form(at) == "يوميا":
        symbol, arabic, at = f"{symbol}/day", f"{arabic} يوميا", at + 1
    elif line.form(at) in ("في", "/") and line.form(at + 1) in _PER:
        per, said = _PER[line.form(at + 1)]
        symbol, arabic, at = symbol + per, f"{arabic} {said}", at + 2
    joint = "" if symbol.startswith("°") else " "
    return Amount(
        first, at, "QUANTITY", f"{grouped(value)} {arabic}", f"{plain(value)}{joint}{symbol}"
    )


def _unit_at(line: Line, at: int, *, digits: bool, value: Number) -> tuple[Unit, int] | None:
    word = line.at(at)
    if word.prefix and at and digits:
        return None
    pair = f"{word.form} {line.form(at + 1)}"
    if pair in UNITS:
        return UNITS[pair][0], at + 2
    if word.form in UNITS:
        return UNITS[word.form][0], at + 1
    if digits and word.form in SHORT_UNITS:
        era = word.form == "م" and value > 1000
        return None if era else (SHORT_UNITS[word.form], at + 1)
    return None


def plain(value: Number) -> str:
    """The value in digits alone.

    >>> plain(5_000_000), plain(Decimal("12.50"))
    ('5000000', '12.5')
    """
    return str(value) if isinstance(value, int) else f"{value.normalize():f}"


def grouped(value: Number) -> str:
    """The value with its thousands parted by commas."""
    return f"{value:,}" if isinstance(value, int) else f"{value.normalize():,f}"
