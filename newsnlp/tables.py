"""Documents as pandas data frames, in the columns of newsnlp's records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from newsnlp.analysis import records, rows
from newsnlp.analysis.frequencies import Frequencies, Unit
from newsnlp.analysis.merging import MERGED
from newsnlp.analysis.schema import RecordKind, Row
from newsnlp.model import Doc

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["dates", "entities", "frequencies", "mentions", "tokens"]

Docs = Doc | Iterable[Doc]


def tokens(docs: Docs) -> pd.DataFrame:
    """One line a token, of one document or of several."""
    return _frame(records.TOKEN, _chained(rows.token_rows, docs))


def entities(docs: Docs) -> pd.DataFrame:
    """One line an entity of a document; ``mentions`` is a list of dictionaries."""
    return _frame(records.ENTITY, _chained(rows.entity_rows, docs))


def mentions(docs: Docs) -> pd.DataFrame:
    """One line a mention of an entity, in text order."""
    return _frame(records.MENTION, _chained(rows.mention_rows, docs))


def dates(docs: Docs) -> pd.DataFrame:
    """One line a date expression, in text order; ``value`` is an ISO 8601 string."""
    return _frame(records.DATE, _chained(rows.date_rows, docs))


def frequencies(
    docs: Docs, *, by: Unit = "lemma", size: int = 2, stop_words: frozenset[str] | None = None
) -> pd.DataFrame:
    """One line a lemma (or form, root, part of speech, n-gram), counted over all documents.

    ``size`` is the length of n-grams. ``stop_words`` leaves out those lemmas and the closed
    classes; `newsnlp.analysis.stopwords.stop_words` is the bundled list.
    """
    counter = Frequencies(by, size=size, stop_words=stop_words)
    for doc in [docs] if isinstance(docs, Doc) else docs:
        counter.add(doc)
    source = docs.source if isinstance(docs, Doc) else MERGED
    return _frame(records.FREQUENCY_BY[by], counter.rows(source))


def _chained(rows_of: Callable[[Doc], Iterable[Row]], docs: Docs) -> Iterable[Row]:
    for doc in [docs] if isinstance(docs, Doc) else docs:
        yield from rows_of(doc)


def _frame(kind: RecordKind, rows: Iterable[Row]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(list(rows), columns=[field.name for field in kind.fields])
