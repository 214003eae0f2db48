"""What article text can hold that must not act on the terminal, page or sheet that shows it.

Tables have `newsnlp.arabic.safe_display`. Here are the data formats, where text has to come through
whole: every character that goes is replaced by one other, so lengths stay.
"""

from __future__ import annotations

import re

__all__ = ["escape_in_json", "guard_formula", "tame"]

# Controls (ESC and CSI among them), line separators that some readers split at, and the bidi
# embeddings, overrides and isolates that make a line read otherwise than it is.
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
_DIRECTION_MARKS = "\u061c\u200e\u200f"

_UNTAMED = re.compile(f"[{_CONTROLS}]")
_ESCAPED_IN_JSON = re.compile(f"[{_CONTROLS}{_DIRECTION_MARKS}]")
# A spreadsheet set to part cells at semicolons sees a new cell after each.
_FORMULA = re.compile(r"(?:^|(?<=;))(?=[=+\-@\t\r\n＝＋－＠])")


def tame(text: str) -> str:
    """Replace controls and bidi overrides by U+FFFD; tabs and line breaks stay.

    >>> tame("\\x1b[31m")
    '�[31m'
    """
    return _UNTAMED.sub("\ufffd", text)


def escape_in_json(encoded: str) -> str:
    """Write as ``\\uXXXX`` what encoded JSON would hold raw: a parser reads the same string.

    >>> escape_in_json('"\\u202e"')
    '"\\\\u202e"'
    """
    if encoded.isprintable():  # most lines are, and asking costs half of what searching does
        return encoded
    return _ESCAPED_IN_JSON.sub(_escape, encoded)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def guard_formula(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula.

    After OWASP, "CSV Injection".

    >>> guard_formula("=1+1")
    "'=1+1"
    """
    return _FORMULA.sub("'", text)
