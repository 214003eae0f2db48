"""CAMeL's catalogue and downloader: the one place of the package that uses the network."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsnlp.errors import ResourceError
from newsnlp.morphology.camel.gateway import camel, catalogue_module

__all__ = ["download_parts", "refresh_catalogue"]


def refresh_catalogue(folder: Path) -> None:
    """Fetch CAMeL's catalogue into its data folder.

    CAMeL's downloader takes an error page for a catalogue, so what comes is read first.

    Raises:
        ResourceError: it could not be fetched or kept; the one that was there stays.
    """
    module, failure = _downloader(folder)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            fetched = Path(scratch) / "catalogue.json"
            module.HTTPDownloader.download(module.CATALOGUE_URL, fetched)
            content = fetched.read_bytes()
        json.loads(content)["packages"]
    except (failure, OSError, ValueError, LookupError, TypeError) as error:
        raise _not_downloaded("the catalogue", error) from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "catalogue.json").write_bytes(content)
    except OSError as error:
        raise _not_kept(folder, error) from error


def download_parts(folder: Path, names: Iterable[str]) -> None:
    """Download and unpack packages of the catalogue, with what they depend on, into a data folder.

    Raises:
        ResourceError: a download failed, or the catalogue does not know a name.
    """
    module, failure = _downloader(folder)
    catalogue = module.Catalogue.load_catalogue(folder / "catalogue.json")
    for name in names:
        try:
            # forced: it also runs to mend a damaged package of the same version
            catalogue.download_package(name, recursive=True, force=True)
        except (failure, module.CatalogueError, OSError, LookupError) as error:
            raise _not_downloaded(name, error) from error


def _downloader(folder: Path) -> tuple[Any, type[Exception]]:
    """CAMeL's catalogue module, told of the folder, and the exception of its downloads."""
    try:
        module = catalogue_module()
    except OSError as error:
        raise _not_kept(folder, error) from error
    module.CT_DATA_DIR = folder
    module.CT_VERSIONS_PATH = folder / "versions.json"
    return module, camel("data.downloader").DownloaderError


def _not_downloaded(what: str, error: Exception) -> ResourceError:
    return ResourceError(
        f"CAMeL Tools could not download {what}: {error}",
        remedy="check the network connection and try again",
    )


def _not_kept(folder: Path, error: OSError) -> ResourceError:
    return ResourceError(
        f"CAMeL Tools cannot keep its data in {folder}: {error}",
        remedy="set CAMELTOOLS_DATA to a folder you can write to",
    )
