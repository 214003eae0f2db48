"""From the rows of a table to articles: which columns mean what, and what a row lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsnlp.errors import EncodingError, InputError
from newsnlp.model import Article
from newsnlp.readers.articles import make_article, parse_date
from newsnlp.readers.decode import broken_byte
from newsnlp.readers.notices import Notices
from newsnlp.readers.options import ReadOptions

__all__ = ["Columns", "article_of_row", "choose_columns", "refuse_broken"]

_TEXT_NAMES = ("text", "body", "content", "article", "النص")
_ID_NAMES = ("id", "article_id", "uuid", "المعرف")
_DATE_NAMES = ("date", "published", "published_at", "pub_date", "datetime", "التاريخ")


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns that matter, as the table spells them."""

    text: str
    id: str | None
    date: str | None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name in (self.text, self.id, self.date) if name is not None)


def choose_columns(
    names: Sequence[str], options: ReadOptions, *, where: str, ragged: bool = False
) -> Columns:
    """The columns asked for, or else the first of the usual names that the table has.

    In a ``ragged`` table (JSON objects) a row may lack an id or a date; the text is always needed.

    Raises:
        InputError: a column is not there; the message lists those that are.
    """
    text = _find(names, options.text_column, _TEXT_NAMES)
    id_ = _find(names, options.id_column, _ID_NAMES)
    date = _find(names, options.date_column, _DATE_NAMES)
    if text is None:
        raise _no_column(names, options.text_column, _TEXT_NAMES, where, "--text-column")
    if not ragged and id_ is None and options.id_column is not None:
        raise _no_column(names, options.id_column, _ID_NAMES, where, "--id-column")
    if not ragged and date is None and options.date_column is not None:
        raise _no_column(names, options.date_column, _DATE_NAMES, where, "--date-column")
    return Columns(text, id_, date)


def _find(names: Sequence[str], wanted: str | None, usual: Sequence[str]) -> str | None:
    if wanted is not None:
        return wanted if wanted in names else None
    spelled = {name.strip().lower(): name for name in reversed(names)}
    return next((spelled[name] for name in usual if name in spelled), None)


def _no_column(
    names: Sequence[str], wanted: str | None, usual: Sequence[str], where: str, flag: str
) -> InputError:
    missing = f"no column {wanted!r}" if wanted is not None else f"none of {', '.join(usual)}"
    there = ", ".join(names) or "none at all"
    return InputError(where, f"{missing} among its columns: {there}", remedy=f"name one by {flag}")


def article_of_row(
    row: Mapping[str, object],
    columns: Columns,
    *,
    source: str,
    number: int,
    where: str,
    options: ReadOptions,
    notices: Notices,
) -> Article:
    """The article in one row, named ``source#id`` or, without an id, ``source#number``.

    Raises:
        InputError: the text is missing or is not text.
    """
    cells = {name: row.get(name) for name in columns.names}
    text = cells[columns.text]
    if text is None:
        raise InputError(where, f"no text in column {columns.text!r}")
    if not isinstance(text, str):
        raise InputError(where, f"column {columns.text!r} holds {type(text).__name__}, not text")

    key = cells.get(columns.id) if columns.id is not None else None
    if key is None or key == "":
        key = number
        if options.id_column is not None:
            notices.warn(where, f"no id in {options.id_column!r}: the row number is used")
    name = f"{source}#{key}"

    written = cells.get(columns.date) if columns.date is not None else None
    date = None
    if written is not None and written != "":
        date = parse_date(written)
        if date is None:
            notices.warn(name, f"no date can be read from {str(written)!r}")
    return make_article(name, text, notices=notices, date=date)


def refuse_broken(text: str, *, where: str) -> None:
    """Stop at a line or a row that holds bytes its file's encoding has no characters for.

    Raises:
        EncodingError: naming the first such byte.
    """
    byte = broken_byte(text)
    if byte is not None:
        raise EncodingError(
            where,
            f"byte 0x{byte:02X} does not belong to the encoding of the file",
            remedy="give the encoding by --encoding, or mend this line",
        )
