"""The compiled files that newsnlp is delivered with, held against their manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsnlp.errors import ResourceError
from newsnlp.resources import models_folder

__all__ = ["REMEDY", "Artefact", "artefacts"]

REMEDY = "reinstall newsnlp: pip install --force-reinstall newsnlp"


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file of the package; ``sources`` are the folders of the project's data it is made from."""

    path: Path
    size: int
    sha256: str
    sources: tuple[str, ...]

    @property
    def problem(self) -> str | None:
        """What is wrong with the file, in a few words; ``None`` where it is as it was built."""
        if not self.path.is_file():
            return f"{self.path} is missing"
        with self.path.open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != self.sha256:
                return f"{self.path} is not as it was built"
        return None


def artefacts() -> tuple[Artefact, ...]:
    """All that the manifest lists, by name.

    Raises:
        ResourceError: the manifest, or its folder, is missing or damaged.
    """
    manifest = models_folder() / "manifest.json"
    try:
        return tuple(_listed(manifest))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise ResourceError(
            f"the manifest of the bundled models, {manifest}, is missing or damaged", remedy=REMEDY
        ) from error


def _listed(manifest: Path) -> Iterator[Artefact]:
    for name, entry in sorted(json.loads(manifest.read_text(encoding="utf-8")).items()):
        yield Artefact(
            manifest.with_name(name),
            int(entry["bytes"]),
            entry["sha256"],
            tuple(entry.get("sources", ())),
        )
