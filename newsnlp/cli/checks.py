"""What can be wrong with an installation, looked at one thing after another."""

from __future__ import annotations

import importlib.util
import locale
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

from newsnlp.cli.artefacts import REMEDY, artefacts
from newsnlp.cli.bidi import resolve_mode
from newsnlp.cli.console import is_terminal
from newsnlp.errors import ResourceError

__all__ = ["Check", "run_checks"]

_OPTIONAL = (
    ("torch", "torch", "--engine camel-bert and the camel-ner model", "pip install torch"),
    ("pyarrow", "pyarrow", ".parquet files", 'pip install "newsnlp[parquet]"'),
    ("zstandard", "zstandard", ".zst files", 'pip install "newsnlp[zstd]"'),
)
_TERMINAL_VARIABLES = (
    "TERM_PROGRAM", "TERM", "WT_SESSION", "ALACRITTY_WINDOW_ID", "XTERM_VERSION", "VTE_VERSION",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """What was found: ``warn`` works but not for everything, ``fail`` does not work."""

    name: str
    status: Literal["ok", "warn", "fail"]
    detail: str
    remedy: str | None = None


def run_checks() -> Iterator[Check]:
    """All checks; none of them raises, and none uses the network."""
    yield Check("Python", "ok", f"{platform.python_version()} at {sys.executable}")
    yield from _bundled_models()
    yield from _camel_tools()
    for module, package, purpose, remedy in _OPTIONAL:
        yield _optional(module, package, purpose, remedy)
    yield from _camel_packages()
    yield _encoding()
    yield _bidi()


def _bundled_models() -> Iterator[Check]:
    try:
        listed = artefacts()
    except ResourceError as error:
        yield Check("bundled models", "fail", error.message, error.remedy)
        return
    problems = [problem for artefact in listed if (problem := artefact.problem)]
    for problem in problems:
        yield Check("bundled models", "fail", problem, REMEDY)
    if not problems:
        megabytes = sum(artefact.size for artefact in listed) / 1e6
        detail = f"{len(listed)} files, {megabytes:.1f} MB, all as they were built"
        yield Check("bundled models", "ok", detail)


def _camel_tools() -> Iterator[Check]:
    from newsnlp.morphology.camel.gateway import camel

    try:
        camel("morphology.analyzer")
    except ResourceError as error:
        yield Check("CAMeL Tools", "fail", error.message, error.remedy)
    except Exception as error:  # whatever an import of other people's code can raise
        yield Check(
            "CAMeL Tools", "fail", f"cannot be imported: {error}", "pip install -U camel-tools"
        )
    else:
        yield Check("CAMeL Tools", "ok", _version("camel-tools"))


def _optional(module: str, package: str, purpose: str, remedy: str) -> Check:
    if importlib.util.find_spec(module):
        return Check(package, "ok", _version(package))
    return Check(package, "ok", f"not installed; only {purpose} would need it", remedy)


def _camel_packages() -> Iterator[Check]:
    from newsnlp.morphology import packages

    try:
        listed = packages.list_packages()
    except ResourceError as error:
        yield Check("CAMeL's models", "warn", error.message, error.remedy)
        return
    for package in listed:
        remedy = packages.install_command(package.name)
        if package.installed:
            verified = packages.verify(package.name)
            problem = "; ".join(verified.problems)
            yield (
                Check(package.name, "warn", problem, remedy)
                if problem
                else Check(package.name, "ok", f"installed in {package.folder}")
            )
        elif package.folder.is_dir():
            yield Check(package.name, "warn", f"{package.folder} is not complete", remedy)
        else:
            yield Check(package.name, "ok", "not installed; the bundled engine needs none", remedy)


def _encoding() -> Check:
    written = sys.stdout.encoding
    expected = locale.getpreferredencoding(do_setlocale=False)
    if is_terminal(sys.stdout) and expected.lower().replace("-", "") not in ("utf8", "cp65001"):
        return Check(
            "encoding",
            "warn",
            f"newsnlp writes {written}, this terminal may expect {expected}",
            "set a UTF-8 locale, such as LANG=C.UTF-8; on Windows: chcp 65001",
        )
    return Check("encoding", "ok", f"standard output is {written}; the locale has {expected}")


def _bidi() -> Check:
    on_terminal = is_terminal(sys.stdout)
    mode = resolve_mode("auto", is_terminal=on_terminal, environ=os.environ)
    if not on_terminal:
        return Check("right-to-left", "ok", f"{mode}: standard output is no terminal")
    known = [f"{name}={os.environ[name]}" for name in _TERMINAL_VARIABLES if name in os.environ]
    detail = f"{mode}: by {', '.join(known) or 'the lack of any known terminal variable'}"
    remedy = "if Arabic looks wrong in tables, try --bidi visual, isolate or off"
    return Check("right-to-left", "ok", detail, remedy)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "installed, of unknown version"
