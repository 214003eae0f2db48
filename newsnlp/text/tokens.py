"""Cuts text into tokens, each with its kind and its exact place.

One regular expression names every kind of token, and its groups stand in the order in which they
are tried. Every repetition is possessive or bounded, so the time is linear in the text, whatever
the text. Where nothing is said here, tokens are those of CAMeL Tools' ``simple_word_tokenize``:
words parted by blanks, each punctuation mark and symbol on its own. We part from it for what news
is full of:

======================================  ==================================================
``1,234.5`` ``٣٫٥`` ``2،945`` ``1ر5``   one number: separators between digits
``-3`` ``+4``                           one number, where the sign follows a blank
``17/10/2022`` ``17/10`` ``12:30``      one number; ``2-1`` and ``2017/2018`` are three tokens
``..`` ``...``                          one punctuation token
``#عاجل_الآن`` ``@name``                one hashtag, one mention
URLs, e-mail addresses, ``cnn.com``     one token
``Covid-19`` ``F-16`` ``AT&T`` ``U.S.`` one Latin token
``وCNN`` ``لـ2022`` ``2015م`` ``كم²``   parted where Arabic letters meet digits or other letters
======================================  ==================================================

So ``50%`` is ``50`` and ``%``; ``كوفيد-19`` is ``كوفيد``, ``-``, ``19``; and ``ب"الناتو"`` is
``ب``, ``"``, ``الناتو``, ``"``. Tatweel and marks inside a word belong to it, and so do zero-width
and direction controls; at the edge of a word such controls count as blanks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from newsnlp.arabic import DIACRITICS, FORMAT_CONTROLS, LETTERS, TATWEEL, has_arabic
from newsnlp.model import Token

__all__ = ["kind_of", "tokenize"]

_BLANK = rf"[\s{FORMAT_CONTROLS}]"
_CONTROL = f"[{FORMAT_CONTROLS}]"
_MARKS = DIACRITICS + TATWEEL
_ARABIC = f"[{LETTERS}{_MARKS}]"

# Marks that combine with letters of other scripts; `re` counts none of them among word characters.
_COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0900-\u0963\u0966-\u0dff\u0e30-\u0e4e\u0eb0-\u0ecd"
    "\u0f71-\u0f84\u102b-\u103e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
)
_OTHER_LETTER = rf"[^\W\d_{LETTERS}{TATWEEL}]"
_OTHER_LETTERS = rf"(?:[^\W_{LETTERS}{TATWEEL}]|[{_COMBINING}])"

_LABELS = r"(?:[A-Za-z0-9-]{1,63}\.){1,6}"
_COUNTRIES = "ae|bh|dz|eg|eu|fr|il|iq|ir|jo|kw|lb|ly|ma|mr|om|ps|qa|ru|sa|sd|sy|tn|tr|uk|ye"
_TOP_LEVEL = rf"(?:com|net|org|info|edu|gov|int|news|tv|me|io|co|{_COUNTRIES})(?![\w-])"
_NOT_IN_URL = rf"\s{FORMAT_CONTROLS}\x00-\x1f<>\"«»“”،؛؟"
# A full stop glued to an Arabic word has ended the URL and the sentence.
_URL_REST = rf"(?:[^.{_NOT_IN_URL}]|\.(?![{LETTERS}]))*[^{_NOT_IN_URL}.,;:!?'’)\]}}…*]"

_PICTURE = (
    "[\U0001f000-\U0001f1e5\U0001f200-\U0001faff\u231a\u231b\u23e9-\u23fa\u2600-\u27bf\u2b50\u2b55]"
)
_EMOJI = (
    "(?:[\U0001f1e6-\U0001f1ff]{2}"
    f"|(?:{_PICTURE}\ufe0f?+|[\u00a9\u00ae\u203c-\u3299]\ufe0f)"
    "(?:[\U0001f3fb-\U0001f3ff]|[\U000e0020-\U000e007e]++\U000e007f)?+)"
)
# A sign belongs to the number where it follows a blank or an opening mark, but not in "1 -2".
_SIGN = rf"(?:(?<![^\s{FORMAT_CONTROLS}(\[«\"“:])(?:\+|(?<!\d\s)[-−])(?=\d))?+"

_TOKEN = re.compile(
    rf"""{_BLANK}*+(?:
    (?P<word> [{_MARKS}]*+ [{LETTERS}] {_ARABIC}*+ (?:{_CONTROL}++{_ARABIC}++)*+ )
  | (?P<punct> [،"():؟!؛«»%/,] | \.\.++ | \.(?!\.) )
  | (?P<url> (?: (?:https?|ftp)://{_URL_REST} | www\.{_URL_REST}
           | {_LABELS}{_TOP_LEVEL}(?!@)(?:/{_URL_REST})?+ ) )
  | (?P<email> [A-Za-z0-9][\w.%+-]{{0,63}}+@{_LABELS}[A-Za-z]{{2,24}} )
  | (?P<emoji> {_EMOJI}(?:\u200d{_EMOJI})*+ | [0-9\#*]\ufe0f?+\u20e3 )
  | (?P<latin> [A-Za-z](?:\.[A-Za-z]){{1,8}}+\.?+(?![A-Za-z])
             | \d*+{_OTHER_LETTER}{_OTHER_LETTERS}*+ (?:['’&-]{_OTHER_LETTERS}++)*+ )
  | (?P<number> {_SIGN} (?:
        \d{{1,2}}/\d{{1,2}}/\d{{2,4}}(?!\d) | \d{{4}}/\d{{1,2}}/\d{{1,2}}(?!\d)
      | \d{{1,2}}-\d{{1,2}}-\d{{4}}(?!\d) | \d{{4}}-\d{{1,2}}-\d{{1,2}}(?!\d)
      | \d{{1,2}}/\d{{1,2}}(?![\d/])
      | \d{{1,2}}:\d\d(?::\d\d)?(?![\d:])
      | \d{{1,3}}(?:[,٬،]\d{{3}}(?!\d))++(?:[.٫]\d++)?+
      | \d{{1,3}}[,،]\d{{1,2}}(?![\d,،])
      | \d++(?:(?:\.\d++)++|[٫ر]\d++)?+ ) )
  | (?P<hashtag> [#＃](?=[\d_]*+[^\W\d_])[\w{_MARKS}\u200c]++ )
  | (?P<mention> (?<!\w)@(?=\w)[\w{_MARKS}]++ )
  | (?P<rest> [{_MARKS}]++ | [{_COMBINING}]++ | . )
  | \Z)""",
    re.VERBOSE | re.DOTALL,
)


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order; every character that is not blank is in exactly one.

    Blank are white space, and zero-width and direction controls that stand outside a word.

    >>> [t.text for t in tokenize('التقارب الإيراني- الروسي زاد 3.5% في "لـ2022".')]
    ['التقارب', 'الإيراني', '-', 'الروسي', 'زاد', '3.5', '%', 'في', '"', 'لـ', '2022', '"', '.']
    >>> [(t.text, t.kind) for t in tokenize("#غزة_الآن عبر CNN 🇵🇸")]
    [('#غزة_الآن', 'hashtag'), ('عبر', 'word'), ('CNN', 'latin'), ('🇵🇸', 'emoji')]
    """
    tokens = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind is None:  # blanks at the end of the text
            continue
        start, end = match.span(kind)
        if kind == "rest":
            kind = _kind_of_rest(text[start])
        tokens.append(Token(text[start:end], start, end, kind))
    return tuple(tokens)


@lru_cache(maxsize=1 << 15)
def kind_of(surface: str) -> str:
    """The kind of a token that someone else has cut, so it need not be one of ours.

    >>> kind_of("و+"), kind_of("2017-2018"), kind_of("?!"), kind_of("iPhone-١٢")
    ('word', 'number', 'punct', 'latin')
    """
    match = _TOKEN.match(surface)
    if match and match.lastgroup and match.span(match.lastgroup) == (0, len(surface)):
        return _kind_of_rest(surface[0]) if match.lastgroup == "rest" else match.lastgroup
    if has_arabic(surface):
        return "word"
    if any(map(str.isalpha, surface)):
        return "latin"
    if any(map(str.isdigit, surface)):
        return "number"
    return "punct" if all(_kind_of_rest(char) == "punct" for char in surface) else "other"


@cache
def _kind_of_rest(char: str) -> str:
    # A tatweel that stands alone is a dash: "الأحد ـ الاثنين".
    return "punct" if char == TATWEEL or unicodedata.category(char)[0] in "PS" else "other"
