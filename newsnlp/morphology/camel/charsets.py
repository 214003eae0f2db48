"""A light stand-in for ``camel_tools.utils.charsets``, which loops over all of Unicode to start.

The names and the sets are the same; each set is made when it is first asked for. The analyzer asks
for punctuation and symbols only, and those stand in a fraction of the code points.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from types import ModuleType

__all__ = ["CharsetsModule"]

_AR_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيٱپچڤگ"
_AR_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"

# letters and marks of the transliterations, by CAMeL's name for each scheme
_SCHEMES = {
    "AR": (_AR_LETTERS, _AR_MARKS),
    "BW": ("$&'*<>ADEGHJPSTVYZ_bdfghjklmnpqrstvwxyz{|}", "FKN`aiou~"),
    "SAFEBW": ("ABCDEGHIJLMOPQSTVWYZ_bcdefghjklmnpqrstvwxyz", "FKNaeiou~"),
    "XMLBW": ("$'*ABDEGHIJOPSTWYZ_bdfghjklmnpqrstvwxyz{|}", "FKN`aiou~"),
    "HSB": ("'ADHST_bcdfghjklmnpqrstvwxyzÂÄáðýĀĂĎħšŵŷγθς", ".aiu~ÄáãĩũÄ"),
}

_CATEGORIES = {
    "UNICODE_PUNCT_CHARSET": "P",
    "UNICODE_SYMBOL_CHARSET": "S",
    "UNICODE_LETTER_CHARSET": "L",
    "UNICODE_MARK_CHARSET": "M",
    "UNICODE_NUMBER_CHARSET": "N",
    "UNICODE_PUNCT_SYMBOL_CHARSET": "PS",
    "UNICODE_LETTER_MARK_NUMBER_CHARSET": "LMN",
}

# Where punctuation and symbols can be: the first two planes without their ideographs, syllables,
# surrogates and private characters. The test holds this against the whole range.
_PUNCTUATED = (
    range(0x3400),
    range(0x4DC0, 0x4E00),
    range(0xA000, 0xAC00),
    range(0xF900, 0x17000),
    range(0x18D00, 0x20000),
)


def _of_category(classes: str) -> frozenset[str]:
    spans: Iterable[range] = _PUNCTUATED if set(classes) <= {"P", "S"} else (range(0x110000),)
    category = unicodedata.category
    return frozenset(
        character
        for span in spans
        for character in map(chr, span)
        if category(character)[0] in classes
    )


def _emoji(keep: Callable[[str], bool]) -> frozenset[str]:
    from emoji import EMOJI_DATA

    return frozenset(filter(keep, EMOJI_DATA))


_EMOJI: dict[str, Callable[[str], bool]] = {
    "EMOJI_ALL_CHARSET": lambda text: True,
    "EMOJI_SINGLECHAR_CHARSET": lambda text: len(text) == 1,
    "EMOJI_MULTICHAR_CHARSET": lambda text: len(text) > 1,
}


def _scheme(name: str) -> frozenset[str]:
    letters, marks = _SCHEMES[name.split("_")[0]]
    if name.endswith("_LETTERS_CHARSET"):
        return frozenset(letters)
    return frozenset(marks if name.endswith("_DIAC_CHARSET") else letters + marks)


_NAMES = (
    *_CATEGORIES,
    *_EMOJI,
    *(f"{scheme}{part}_CHARSET" for scheme in _SCHEMES for part in ("_LETTERS", "_DIAC", "")),
)


class CharsetsModule(ModuleType):
    """A module whose sets are computed on first use; ``name`` is the module it stands in for."""

    __all__ = _NAMES

    def __getattr__(self, name: str) -> frozenset[str]:
        if name not in _NAMES:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        if name in _CATEGORIES:
            charset = _of_category(_CATEGORIES[name])
        elif name in _EMOJI:
            charset = _emoji(_EMOJI[name])
        else:
            charset = _scheme(name)
        setattr(self, name, charset)
        return charset
