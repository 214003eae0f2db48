"""``newsnlp doctor``: what is wrong with this installation, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import typer

from newsnlp.analysis.schema import SOURCE, Field, RecordKind, Row
from newsnlp.cli.command import command, examples
from newsnlp.cli.options import Talking, Writing
from newsnlp.cli.session import Session
from newsnlp.errors import ResourceError

app = typer.Typer(add_completion=False)

_CHECK = RecordKind(
    "check",
    "doctor",
    (
        SOURCE,
        Field("name", "string", "what was looked at", column="check"),
        Field("status", "string", "how it is", column="status", values=("ok", "warn", "fail")),
        Field("detail", "string", "what was found", column="found"),
        Field("remedy", "string", "what mends it", nullable=True, column="remedy"),
    ),
)


@app.command(
    epilog=examples("newsnlp doctor", "newsnlp doctor --json", "newsnlp doctor --format md")
)
@command
def doctor(writing: Writing, talking: Talking) -> None:
    """Check this installation: data, packages, terminal; say how to mend what is wrong."""
    from newsnlp.cli.checks import run_checks

    failed = []

    def rows() -> Iterator[Row]:
        for check in run_checks():
            if check.status == "fail":
                failed.append(check.name)
            yield asdict(check)

    Session(talking, writing).write(_CHECK, [("newsnlp", rows())])
    if failed:
        raise ResourceError(f"not in order: {', '.join(failed)}", remedy="see the remedies above")
