"""A reading that keeps what it was told, so that a test can look at all three at once."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from newsnlp.errors import InputError
from newsnlp.model import Article
from newsnlp.readers import ReadOptions, read


@dataclass
class Reading:
    articles: list[Article] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [article.text for article in self.articles]

    @property
    def sources(self) -> list[str]:
        return [article.source for article in self.articles]


@pytest.fixture
def reading() -> Callable[..., Reading]:
    """Reads paths to the end: ``reading(path, ..., stdin=bytes, **options)``."""

    def run(*paths: object, stdin: bytes = b"", **options: str) -> Reading:
        result = Reading()
        result.articles.extend(
            read(
                [str(path) for path in paths],
                options=ReadOptions(**options),
                on_error=result.errors.append,
                on_warning=lambda source, message: result.warnings.append((source, message)),
                stdin=io.BytesIO(stdin),
            )
        )
        return result

    return run
