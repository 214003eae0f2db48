"""Readers: a path, a glob, a folder or a stream in, articles out.

    >>> import io
    >>> from newsnlp.readers import read
    >>> [article.text for article in read(["-"], stdin=io.BytesIO("مرحبا".encode()))]
    ['مرحبا']

Paths are expanded in `paths`, opened in `streams`, decoded in `decode` with the guesses of
`detect`, and cut into articles by one file for each format.
"""

from __future__ import annotations

from newsnlp.readers.options import ReadOptions
from newsnlp.readers.read import read

__all__ = ["ReadOptions", "read"]
