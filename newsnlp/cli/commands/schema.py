"""``newsnlp schema``: the JSON Schema of what the commands write."""

from __future__ import annotations

from typing import Annotated

import typer

from newsnlp.analysis.records import KINDS
from newsnlp.cli.command import command, examples
from newsnlp.cli.options import flag

app = typer.Typer(add_completion=False)


@app.command(
    epilog=examples(
        "newsnlp schema",
        "newsnlp schema entities",
        "newsnlp schema frequency_ngram --record",
    )
)
@command
def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="COMMAND",
            show_default=False,
            help=f"A command, or a kind of record: {' '.join(KINDS)}. All kinds where not given.",
        ),
    ] = None,
    record: Annotated[bool, flag("--record", help="Of one flat record, a line of jsonl.")] = False,
) -> None:
    """Print the JSON Schema of a command's json output, or of its records."""
    import json

    from newsnlp.analysis.schema import json_schema, record_schema
    from newsnlp.errors import UsageError

    draw = record_schema if record else json_schema
    kinds = dict(KINDS)
    for kind in KINDS.values():  # the first kind of a command is what it writes unless told
        kinds.setdefault(kind.command, kind)
    if name is not None and name not in kinds:
        raise UsageError(f"no command or record {name!r}", remedy=f"one of: {', '.join(kinds)}")
    drawn = draw(kinds[name]) if name else {kind: draw(KINDS[kind]) for kind in KINDS}
    typer.echo(json.dumps(drawn, ensure_ascii=False, indent=2))
