"""``newsnlp entities``: who and what a text names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from newsnlp.analysis.records import ENTITY, MENTION
from newsnlp.analysis.schema import Row
from newsnlp.cli.command import command, examples
from newsnlp.cli.options import Reading, Running, Talking, Writing, flag
from newsnlp.cli.session import Session
from newsnlp.errors import UsageError
from newsnlp.model import Doc

app = typer.Typer(add_completion=False)

_TYPES = next(field.values for field in ENTITY.fields if field.name == "type")


@app.command(
    epilog=examples(
        "newsnlp entities article.txt",
        "newsnlp entities --type PER,ORG --mentions article.txt",
        "newsnlp entities --merge news/ --format csv --output people.csv",
    )
)
@command
def entities(
    reading: Reading,
    writing: Writing,
    running: Running,
    talking: Talking,
    mentions: Annotated[
        bool, flag("--mentions", help="One record a mention, with its place in the text.")
    ] = False,
    types: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE,...", help=f"Only these, of {' '.join(_TYPES)}."),
    ] = None,
    merge: Annotated[
        bool,
        flag("--merge", help="One list for all documents together, without mentions."),
    ] = False,
) -> None:
    """List who and what a text names: people, places, organisations, with English names."""
    from newsnlp.analysis.merging import MERGED, merge_entities
    from newsnlp.analysis.rows import entity_rows, mention_rows

    if mentions and merge:
        raise UsageError("--mentions does not go with --merge", remedy="give one of them")
    wanted = _parse_types(types)
    session = Session(talking, writing)
    docs = session.documents(reading, running, stages=("entities",))
    if merge:
        session.write(ENTITY, [(MERGED, merge_entities(docs, types=wanted))])
        return

    def rows(doc: Doc) -> Iterable[Row]:
        made = mention_rows(doc) if mentions else entity_rows(doc)
        return (row for row in made if wanted is None or row["type"] in wanted)

    session.write(MENTION if mentions else ENTITY, session.each(docs, rows))


def _parse_types(listed: str | None) -> frozenset[str] | None:
    if listed is None:
        return None
    types = frozenset(name.strip().upper() for name in listed.split(",") if name.strip())
    unknown = sorted(types - set(_TYPES))
    if unknown or not types:
        raise UsageError(
            f"no entity type {', '.join(unknown) or repr(listed)}",
            remedy=f"one or more of: {', '.join(_TYPES)}",
        )
    return types
