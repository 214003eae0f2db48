"""Finds the package's own data files, in a checkout and in an installed wheel alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from newsnlp.errors import ResourceError

__all__ = ["model_path", "models_folder"]

_PACKAGE = Path(__file__).resolve().parent


@cache
def models_folder() -> Path:
    """The folder of compiled artefacts: beside the package in a checkout, inside it in a wheel."""
    for folder in (_PACKAGE / "_data" / "models", _PACKAGE.parent / "data" / "models"):
        if folder.is_dir():
            return folder
    raise ResourceError(
        "the bundled models are missing from this installation",
        remedy="reinstall newsnlp: pip install --force-reinstall newsnlp",
    )


def model_path(name: str) -> Path:
    """The path of one artefact.

    Raises:
        ResourceError: the file is not there.
    """
    path = models_folder() / name
    if not path.is_file():
        raise ResourceError(
            f"the bundled model file {name} is missing",
            remedy="reinstall newsnlp, or in a checkout run: python -m training.build",
        )
    return path
