"""The models of CAMeL Tools that newsnlp can use, where they lie, and whether they are sound.

Listing, finding and verifying read files only; `install` alone uses the network. Nothing here
imports CAMeL Tools before that.

    camel-mle   for --engine camel-mle: the CALIMA MSA database and its counts
    camel-bert  for --engine camel-bert: the same database and a BERT tagger
    camel-ner   a BERT recogniser of names
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsnlp.errors import ResourceError, UsageError

__all__ = [
    "Package",
    "Part",
    "Verification",
    "data_folder",
    "install",
    "install_command",
    "list_packages",
    "package",
    "part_folder",
    "path",
    "verify",
]

UNKNOWN_LICENCE = "see the package"


@dataclass(frozen=True, slots=True)
class Part:
    """One of CAMeL's own packages; ``size`` is its download in bytes, ``None`` where unknown.

    ``files`` are the files it must have, each with its SHA-256 where the catalogue gives one.
    """

    name: str
    folder: Path
    size: int | None
    licence: str
    version: str | None
    files: Mapping[str, str | None]

    @property
    def installed(self) -> bool:
        return self.folder.is_dir() and all((self.folder / name).is_file() for name in self.files)


@dataclass(frozen=True, slots=True)
class Package:
    """What one ``newsnlp models install NAME`` brings: one or more of CAMeL's packages."""

    name: str
    purpose: str
    parts: tuple[Part, ...]

    @property
    def installed(self) -> bool:
        return all(part.installed for part in self.parts)

    @property
    def size(self) -> int | None:
        """Bytes to download, all parts together; ``None`` where the size of one is not known."""
        sizes = [part.size for part in self.parts]
        return None if None in sizes else sum(size for size in sizes if size is not None)

    @property
    def licences(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part.licence for part in self.parts))

    @property
    def folder(self) -> Path:
        """Where the model itself lies; the other parts are what it builds on."""
        return self.parts[-1].folder


@dataclass(frozen=True, slots=True)
class Verification:
    """``checked`` files were held against their SHA-256; each problem is a sentence.

    Nothing checked and no problem means only that all files are there.
    """

    name: str
    checked: int
    problems: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.problems


_PACKAGES = {
    "camel-mle": (
        "lemmas and parts of speech by counts (--engine camel-mle)",
        ("morphology-db-msa-r13", "disambig-mle-calima-msa-r13"),
    ),
    "camel-bert": (
        "lemmas and parts of speech by BERT (--engine camel-bert; needs torch)",
        ("morphology-db-msa-r13", "disambig-bert-unfactored-msa"),
    ),
    "camel-ner": ("names by AraBERT (needs torch)", ("ner-arabert",)),
}

# What is known of CAMeL's packages where its catalogue has not been fetched: folder, files that
# newsnlp opens, and download size and licence as the CAMeL Tools documentation lists them.
_KNOWN: dict[str, tuple[str, tuple[str, ...], int | None, str]] = {
    "morphology-db-msa-r13": (
        "morphology_db/calima-msa-r13",
        ("morphology.db",),
        40_500_000,
        "GPL v2",
    ),
    "disambig-mle-calima-msa-r13": (
        "disambig_mle/calima-msa-r13",
        ("model.json",),
        88_700_000,
        "GPL v2",
    ),
    "disambig-bert-unfactored-msa": (
        "disambig_bert_unfactored/msa",
        ("config.json", "default_config.json", "mle_model.json", "vocab.txt"),
        None,
        UNKNOWN_LICENCE,
    ),
    "ner-arabert": ("ner/arabert", ("config.json", "vocab.txt"), None, UNKNOWN_LICENCE),
}


def install_command(name: str) -> str:
    """What a user types to install or mend a package."""
    return f"newsnlp models install {name}"


def data_folder() -> Path:
    """CAMeL Tools' data folder: ``CAMELTOOLS_DATA``, or its default one; it need not exist.

    Raises:
        ResourceError: neither is known, as this user has no home folder.
    """
    named = os.environ.get("CAMELTOOLS_DATA")
    try:
        if named:
            return Path(named).expanduser().absolute()
        home = Path.home()
    except RuntimeError as error:
        raise ResourceError(
            "there is no home folder to look for CAMeL Tools' models in",
            remedy="set CAMELTOOLS_DATA to their folder",
        ) from error
    return home / ("AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools")


def list_packages() -> tuple[Package, ...]:
    """Every package, installed or not."""
    catalogue = _catalogue()
    return tuple(
        Package(name, purpose, tuple(_part(part, catalogue) for part in parts))
        for name, (purpose, parts) in _PACKAGES.items()
    )


def package(name: str) -> Package:
    """One package by its name.

    Raises:
        UsageError: there is no package of that name.
    """
    for candidate in list_packages():
        if candidate.name == name:
            return candidate
    raise UsageError(f"no package {name!r}", remedy=f"one of: {', '.join(_PACKAGES)}")


def path(name: str) -> Path:
    """The folder of an installed package's model.

    Raises:
        UsageError: there is no package of that name.
        ResourceError: it is not installed, or not completely.
    """
    found = package(name)
    for part in found.parts:
        _require(part, name)
    return found.folder


def part_folder(part: str, *, package: str) -> Path:
    """The folder of one of CAMeL's own packages, as a part of one of ours.

    Raises:
        ResourceError: it is not installed; the remedy installs ``package``.
    """
    found = _part(part, _catalogue())
    _require(found, package)
    return found.folder


def verify(name: str) -> Verification:
    """Hold an installed package's files against the catalogue.

    Raises:
        UsageError: there is no package of that name.
    """
    checked, problems = 0, []
    for part in package(name).parts:
        for file, expected in part.files.items():
            location = part.folder / file
            if not location.is_file():
                problems.append(f"{location} is missing")
            elif expected is not None:
                checked += 1
                with location.open("rb") as stream:
                    if hashlib.file_digest(stream, "sha256").hexdigest() != expected:
                        problems.append(f"{location} differs from what was published")
    return Verification(name, checked, tuple(problems))


def install(name: str, *, confirm: Callable[[Package], bool]) -> Package:
    """Download a package after ``confirm`` has seen its size and licences; return how it stands.

    The catalogue, a small file, is fetched first: it is where sizes and licences come from. A
    package that is already sound is not downloaded again.

    Raises:
        UsageError: there is no package of that name.
        ResourceError: the download failed or is damaged.
    """
    from newsnlp.morphology.camel.download import download_parts, refresh_catalogue

    package(name)  # a wrong name needs no network
    folder = data_folder()
    refresh_catalogue(folder)
    offered = package(name)
    if (offered.installed and verify(name).sound) or not confirm(offered):
        return offered
    download_parts(folder, [part.name for part in offered.parts])
    problems = verify(name).problems
    if problems:
        raise ResourceError(
            f"{name} was downloaded, but {'; '.join(problems)}", remedy=install_command(name)
        )
    return package(name)


def _require(part: Part, name: str) -> None:
    if part.installed:
        return
    missing = [file for file in part.files if not (part.folder / file).is_file()]
    state = f"is damaged: no {', '.join(missing)} in" if part.folder.is_dir() else "is not in"
    raise ResourceError(
        f"CAMeL Tools' package {part.name} {state} {part.folder}", remedy=install_command(name)
    )


def _catalogue() -> Mapping[str, Any]:
    """The packages of the catalogue in the data folder; empty where there is none."""
    file = data_folder() / "catalogue.json"
    try:
        packages = json.loads(file.read_text(encoding="utf-8"))["packages"]
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise ResourceError(
            f"CAMeL Tools' catalogue {file} is damaged", remedy=f"delete {file} and install again"
        ) from error
    return packages if isinstance(packages, Mapping) else {}


def _part(name: str, catalogue: Mapping[str, Any]) -> Part:
    folder, files, size, licence = _KNOWN[name]
    entry = catalogue.get(name, {})
    hashes: dict[str, str | None] = dict.fromkeys(files)
    hashes |= {file["path"]: file.get("sha256") for file in entry.get("files") or ()}
    return Part(
        name=name,
        folder=data_folder() / "data" / (entry.get("destination") or folder),
        size=entry.get("size") or size,
        licence=entry.get("license") or licence,
        version=entry.get("version"),
        files=hashes,
    )
