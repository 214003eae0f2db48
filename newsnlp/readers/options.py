"""What a caller may say about the inputs before they are read."""

from __future__ import annotations

import io
from dataclasses import dataclass

from newsnlp.errors import UsageError

__all__ = ["ReadOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read: ``None`` means that it is found out from the input itself.

    ``encoding`` is a name Python knows (``windows-1256``); the columns are those of CSV, TSV and
    Parquet files and the keys of JSONL objects.

    Raises:
        UsageError: no text encoding has that name.
    """

    encoding: str | None = None
    text_column: str | None = None
    id_column: str | None = None
    date_column: str | None = None

    def __post_init__(self) -> None:
        if self.encoding is None:
            return
        try:
            # Unlike codecs.lookup, this also refuses codecs that do not make text, such as hex.
            io.TextIOWrapper(io.BytesIO(), encoding=self.encoding)
        except (LookupError, ValueError) as error:
            raise UsageError(
                f"unknown encoding {self.encoding!r}",
                remedy="names that exist: utf-8, utf-16, windows-1256, iso-8859-6, cp720",
            ) from error
