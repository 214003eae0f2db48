"""``newsnlp models``: what models are here, where they come from, and how to get more."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from newsnlp.analysis.schema import SOURCE, Field, RecordKind, Row
from newsnlp.cli.command import command, examples
from newsnlp.cli.console import is_terminal
from newsnlp.cli.options import Talking, Writing, flag
from newsnlp.cli.session import Session
from newsnlp.errors import ResourceError, UsageError

if TYPE_CHECKING:
    from newsnlp.morphology.packages import Package

app = typer.Typer(
    add_completion=False,
    help="Show which models are installed and where they come from; install more.",
    epilog=examples(
        "newsnlp models", "newsnlp models install camel-mle", "newsnlp models verify --json"
    ),
)

_NAME = Field("name", "string", "the model's name", column="model")
_MODEL = RecordKind(
    "model",
    "models",
    (
        SOURCE,
        _NAME,
        Field("installed", "string", "whether it is here", column="here", values=("yes", "no")),
        Field("size", "string", "how large it is", nullable=True, column="size"),
        Field("bytes", "integer", "how large it is, in bytes", nullable=True),
        Field("purpose", "string", "what it is for", column="purpose"),
        Field("licence", "string", "under which licence it stands", column="licence"),
        Field("path", "string", "where it lies, or would lie"),
    ),
)
_VERIFICATION = RecordKind(
    "verification",
    "models",
    (
        SOURCE,
        _NAME,
        Field("status", "string", "how it is", column="status", values=("ok", "fail")),
        Field("checked", "integer", "files held against a hash", column="files"),
        Field("problems", "strings", "what is wrong", column="problems"),
    ),
)
_BUNDLED = "bundled"
_CAMEL = "CAMeL Tools"
_LICENCE = "MIT"

Name = Annotated[
    str, typer.Argument(metavar="NAME", show_default=False, help="A model, as the list names it.")
]


@app.callback(invoke_without_command=True)
def models(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        list_models()


@command
def list_models(writing: Writing, talking: Talking) -> None:
    """List the models: those delivered with newsnlp, and CAMeL's, installed or not."""
    from newsnlp.cli.artefacts import artefacts
    from newsnlp.morphology.packages import list_packages

    def bundled() -> Iterator[Row]:
        for artefact in artefacts():
            made_from = ", ".join(f"data/{source}" for source in artefact.sources)
            yield {
                "name": artefact.path.name,
                "installed": "yes" if artefact.path.is_file() else "no",
                "size": _megabytes(artefact.size),
                "bytes": artefact.size,
                "purpose": f"made from {made_from}" if made_from else "see data/SOURCES.md",
                "licence": _LICENCE,
                "path": str(artefact.path),
            }

    def published() -> Iterator[Row]:
        for package in list_packages():
            yield {
                "name": package.name,
                "installed": "yes" if package.installed else "no",
                "size": _megabytes(package.size),
                "bytes": package.size,
                "purpose": package.purpose,
                "licence": "; ".join(package.licences),
                "path": str(package.folder),
            }

    Session(talking, writing).write(_MODEL, [(_BUNDLED, bundled()), (_CAMEL, published())])


app.command("list", epilog=examples("newsnlp models list", "newsnlp models list --format json"))(
    list_models
)


@app.command(
    epilog=examples("newsnlp models install camel-mle", "newsnlp models install camel-bert --yes")
)
@command
def install(
    name: Name,
    talking: Talking,
    yes: Annotated[bool, flag("--yes", "-y", help="Do not ask before the download.")] = False,
) -> None:
    """Download one of CAMeL's published models, after showing its size and licence."""
    from newsnlp.morphology import packages

    console = talking.console

    def confirm(package: Package) -> bool:
        size = _megabytes(package.size) or "of unknown size"
        console.say(f"{package.name}: {package.purpose}; {size}, {'; '.join(package.licences)}")
        if yes:
            return True
        if not is_terminal(sys.stdin):
            raise UsageError("there is nobody to ask whether to download it", remedy="say --yes")
        return typer.confirm("Download it?", err=True)

    package = packages.install(name, confirm=confirm)
    console.say(f"in {package.folder}" if package.installed else "nothing was downloaded")


@app.command(
    epilog=examples("newsnlp models path camel-mle", "newsnlp models path solutions.sqlite")
)
@command
def path(name: Name, talking: Talking) -> None:
    """Print where a model lies."""
    from newsnlp.cli.artefacts import artefacts
    from newsnlp.morphology import packages

    bundled = {artefact.path.name: artefact.path for artefact in artefacts()}
    typer.echo(bundled[name] if name in bundled else packages.path(name))


@app.command(epilog=examples("newsnlp models verify", "newsnlp models verify camel-mle --json"))
@command
def verify(
    writing: Writing,
    talking: Talking,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME", show_default=False, help="A model; all that are here if not given."
        ),
    ] = None,
) -> None:
    """Hold the files of a model against their published hashes."""
    failed: list[str] = []

    def rows() -> Iterator[Row]:
        for row in _verifications(name):
            if row["status"] == "fail":
                failed.append(str(row["name"]))
            yield row

    Session(talking, writing).write(_VERIFICATION, [("newsnlp", rows())])
    if failed:
        raise ResourceError(
            f"damaged or missing: {', '.join(failed)}", remedy="newsnlp doctor says how to mend it"
        )


def _verifications(name: str | None) -> Iterator[Row]:
    from newsnlp.cli.artefacts import artefacts
    from newsnlp.morphology import packages

    bundled = {artefact.path.name: artefact for artefact in artefacts()}
    for artefact_name in bundled if name is None else bundled.keys() & {name}:
        problem = bundled[artefact_name].problem
        yield _verification(artefact_name, 1, [problem] if problem else [])
    if name in bundled:
        return
    for package in packages.list_packages() if name is None else [packages.package(name)]:
        if package.installed or name:
            verified = packages.verify(package.name)
            yield _verification(package.name, verified.checked, list(verified.problems))


def _verification(name: str, checked: int, problems: list[str]) -> Row:
    status = "fail" if problems else "ok"
    return {"name": name, "status": status, "checked": checked, "problems": problems}


def _megabytes(size: int | None) -> str | None:
    return None if size is None else f"{size / 1e6:.1f} MB"
