"""Lets CAMeL Tools in without what its import does on the side.

``camel_tools.data`` downloads a catalogue when it is imported, makes a folder in the user's home
and pulls in an HTTP client; ``camel_tools.utils.charsets`` walks through all of Unicode. Neither
serves an analyzer that is given its database. So both names are taken first: by a data module whose
catalogue is read when someone asks for it, and by character sets made on demand.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from threading import RLock
from types import ModuleType
from typing import Any

from newsnlp.errors import ResourceError
from newsnlp.morphology.camel.charsets import CharsetsModule

__all__ = ["camel", "catalogue_module"]

_DATA = "camel_tools.data"
_CHARSETS = "camel_tools.utils.charsets"
_LOCK = RLock()


class _Catalogue:
    """CAMeL's ``CATALOGUE``: the user's own where there is one, an empty one otherwise."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copying and the like; not worth an import
            raise AttributeError(name)
        module = catalogue_module()
        path = module.Catalogue.get_default_catalogue_path()
        if path.is_file():
            catalogue = module.Catalogue.load_catalogue(path)
        else:
            catalogue = module.Catalogue(version="", packages={}, components={})
        self.__dict__.update(
            version=catalogue.version,
            packages=catalogue.packages,
            components=catalogue.components,
        )
        return getattr(catalogue, name)


class _DataModule(ModuleType):
    """``camel_tools.data`` with the same names, each imported when it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        for module in (catalogue_module(), camel("data.downloader")):
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")


def _stand_in(folder: str) -> None:
    """Take the two names, unless the calling program has imported the real modules already."""
    if _DATA not in sys.modules:
        data = _DataModule(_DATA)
        data.__path__ = [str(Path(folder) / "data")]
        data.__dict__["CATALOGUE"] = _Catalogue()
        sys.modules[_DATA] = data
    if _CHARSETS not in sys.modules:
        sys.modules[_CHARSETS] = CharsetsModule(_CHARSETS)


def catalogue_module() -> Any:
    """``camel_tools.data.catalogue``: CAMeL's downloader; importing it downloads nothing.

    Its import makes the default data folder in the user's home even where ``CAMELTOOLS_DATA`` names
    another folder. Then it is shown a home that goes away, as the real one may be read-only.
    """
    with _LOCK:
        if "CAMELTOOLS_DATA" not in os.environ or f"{_DATA}.catalogue" in sys.modules:
            return camel("data.catalogue")
        from tempfile import TemporaryDirectory  # rarely needed, and not free at every start

        home = Path.__dict__["home"]
        with TemporaryDirectory() as folder:
            Path.home = classmethod(lambda cls: cls(folder))  # type: ignore[method-assign, assignment]
            try:
                return camel("data.catalogue")
            finally:
                Path.home = home  # type: ignore[method-assign]


def camel(module: str) -> Any:
    """The module ``camel_tools.<module>``, imported offline, in about a tenth of a second.

    Raises:
        ResourceError: CAMeL Tools is not installed.
    """
    with _LOCK:
        try:
            import camel_tools  # light: it only reads its version
        except ImportError as error:
            raise ResourceError(
                "CAMeL Tools is not installed", remedy="pip install camel-tools"
            ) from error
        _stand_in(camel_tools.__path__[0])
        return importlib.import_module(f"camel_tools.{module}")
