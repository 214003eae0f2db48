"""Parquet files, a batch of rows in memory at a time; needs the optional pyarrow package."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO

from newsnlp.errors import InputError, UnreadableInput
from newsnlp.model import Article
from newsnlp.readers.notices import Notices
from newsnlp.readers.options import ReadOptions
from newsnlp.readers.rows import article_of_row, choose_columns

__all__ = ["read_parquet"]

_BATCH = 256


def read_parquet(
    stream: IO[bytes], *, source: str, options: ReadOptions, notices: Notices
) -> Iterator[Article]:
    """The articles of a Parquet file, in row order.

    Raises:
        InputError: a column is missing; errors in single rows go to ``notices``.
        UnreadableInput: pyarrow is not installed, or the file is damaged.
    """
    try:
        import pyarrow  # optional, and 0.2 s to load
        import pyarrow.parquet
    except ImportError as error:
        raise UnreadableInput(
            source,
            "reading .parquet files needs the pyarrow package",
            remedy='pip install "newsnlp[parquet]"',
        ) from error
    # The footer is read first, so an archive, which cannot be sought in cheaply, is unpacked.
    plain = isinstance(stream, io.BufferedReader) and isinstance(stream.raw, io.FileIO)
    file = stream if plain else io.BytesIO(stream.read())
    number = 0
    try:
        table = pyarrow.parquet.ParquetFile(file)
        columns = choose_columns(table.schema_arrow.names, options, where=source)
        for batch in table.iter_batches(batch_size=_BATCH, columns=list(columns.names)):
            for row in batch.to_pylist():
                number += 1
                try:
                    article = article_of_row(
                        row,
                        columns,
                        source=source,
                        number=number,
                        where=f"{source}#{number}",
                        options=options,
                        notices=notices,
                    )
                except InputError as error:
                    notices.error(error)
                else:
                    yield article
    except (pyarrow.ArrowException, OSError) as error:
        raise UnreadableInput(source, f"not a sound Parquet file: {error}") from error
    if number == 0:
        notices.warn(source, "empty")
