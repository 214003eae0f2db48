"""The last step of every reader: an `Article` that nothing downstream can stumble over."""

from __future__ import annotations

import datetime
import re

from newsnlp.model import Article
from newsnlp.readers.notices import Notices

__all__ = ["make_article", "parse_date"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_DATE = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)")


def make_article(
    source: str, text: str, *, notices: Notices, date: datetime.date | None = None
) -> Article:
    """An article whose text UTF-8 can carry, with a warning for whatever is odd about it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text, count = _SURROGATE.subn("\ufffd", text)
        notices.warn(source, f"{count} lone surrogate(s) replaced by U+FFFD")
    if "\0" in text:
        notices.warn(source, f"{text.count(chr(0))} NUL character(s) in the text, kept")
    if not text or text.isspace():
        notices.warn(source, "empty")
    return Article(_SURROGATE.sub("\ufffd", source), text, date)


def parse_date(value: object) -> datetime.date | None:
    """The day a cell names: an ISO date, YYYY/MM/DD, or a date and time that begins with either.

    None where it names no day. Digits may be Arabic.

    >>> parse_date("2024/1/31 10:15")
    datetime.date(2024, 1, 31)
    >>> parse_date("٢٠٢٤-٠١-٣١")
    datetime.date(2024, 1, 31)
    """
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    text = str(value).strip()
    found = _DATE.match(text)
    try:
        if found:
            return datetime.date(int(found[1]), int(found[3]), int(found[4]))
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
