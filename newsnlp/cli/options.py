"""The options that commands share, each declared once, in groups that are dataclasses.

A command takes whole groups as parameters; `newsnlp.cli.command` takes them apart for Typer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from newsnlp.cli.bidi import BidiMode
from newsnlp.cli.console import ColorMode, Console
from newsnlp.cli.output import Format, OutputOptions
from newsnlp.errors import UsageError
from newsnlp.pipeline import Engine
from newsnlp.readers import ReadOptions

__all__ = ["DocumentDate", "Reading", "Running", "Talking", "Writing", "flag"]

_INPUT, _OUTPUT, _RUN = "Input", "Output", "Run"


def flag(*names: str, help: str, panel: str | None = None) -> Any:
    """An option that is given or not, and takes no value: ``--json``."""
    # Without the empty metavar, the help shows a flag as taking a <bool>.
    return typer.Option(*names, metavar="", help=help, rich_help_panel=panel)


DocumentDate = Annotated[
    datetime | None,
    typer.Option(
        "--date",
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="The day the texts were published, for those that carry none: what 'yesterday' means.",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What to read, and how."""

    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            show_default=False,
            help="Files, directories, globs, and - for standard input, which is also read when it"
            " is piped and nothing is named. By suffix: .txt .html .jsonl .csv .tsv .parquet,"
            " also .gz .xz .zst.",
        ),
    ] = None
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            rich_help_panel=_INPUT,
            help="Encoding of the text; found out where it is not given.",
        ),
    ] = None
    text_column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            rich_help_panel=_INPUT,
            help="Column of CSV, TSV, Parquet or JSONL that holds the text.",
        ),
    ] = None
    id_column: Annotated[
        str | None,
        typer.Option(metavar="NAME", rich_help_panel=_INPUT, help="Column that names a row."),
    ] = None
    date_column: Annotated[
        str | None,
        typer.Option(metavar="NAME", rich_help_panel=_INPUT, help="Column with a row's date."),
    ] = None
    pretokenized: Annotated[
        bool,
        flag(
            "--pretokenized",
            panel=_INPUT,
            help="A sentence a line, tokens parted by blanks: nothing is tokenized anew.",
        ),
    ] = False

    @property
    def options(self) -> ReadOptions:
        return ReadOptions(
            encoding=self.encoding,
            text_column=self.text_column,
            id_column=self.id_column,
            date_column=self.date_column,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What to write, where, and how it looks."""

    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            rich_help_panel=_OUTPUT,
            help="table (the default), json, jsonl, csv, tsv or md.",
        ),
    ] = None
    json: Annotated[bool, flag("--json", panel=_OUTPUT, help="Short for --format json.")] = False
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            rich_help_panel=_OUTPUT,
            help="Write to a file, which appears when it is complete.",
        ),
    ] = None
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            metavar="N",
            min=0,
            rich_help_panel=_OUTPUT,
            help="At most N records of each document.",
        ),
    ] = None
    excel: Annotated[
        bool,
        flag(
            "--excel",
            panel=_OUTPUT,
            help="csv and tsv that Excel opens right: a byte-order mark, formulas disarmed.",
        ),
    ] = False
    bidi: Annotated[
        BidiMode,
        typer.Option(
            metavar="MODE",
            rich_help_panel=_OUTPUT,
            help="Arabic in tables: auto asks which terminal this is; isolate for one that"
            " reorders, visual for one that does not, off for neither.",
        ),
    ] = "auto"

    def options(self, *, color: ColorMode, table_limit: int | None = None) -> OutputOptions:
        """What `newsnlp.cli.output` wants to know; ``table_limit`` holds where no limit is given.

        Raises:
            UsageError: two formats at once.
        """
        if self.json and self.format not in (None, "json"):
            raise UsageError(
                f"--json does not go with --format {self.format}", remedy="give one of them"
            )
        format_: Format = "json" if self.json else self.format or "table"
        limit = table_limit if self.limit is None and format_ == "table" else self.limit
        return OutputOptions(
            format=format_,
            output=self.output,
            excel=self.excel,
            color=color,
            bidi=self.bidi,
            limit=limit,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What works on the texts, and on how many processors."""

    engine: Annotated[
        Engine,
        typer.Option(
            metavar="ENGINE",
            rich_help_panel=_RUN,
            help="bundled works offline; camel-mle and camel-bert need: newsnlp models install.",
        ),
    ] = "bundled"
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=0,
            rich_help_panel=_RUN,
            help="Worker processes; 0 takes every core.",
        ),
    ] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Talking:
    """What the program says besides its data."""

    color: Annotated[
        ColorMode,
        typer.Option(
            metavar="WHEN",
            rich_help_panel=_OUTPUT,
            help="Colour in tables and messages: auto, always or never.",
        ),
    ] = "auto"
    quiet: Annotated[bool, flag("--quiet", "-q", panel=_RUN, help="Say nothing but errors.")] = (
        False
    )
    verbose: Annotated[
        bool,
        flag("--verbose", "-v", panel=_RUN, help="Say more; show where an error arose."),
    ] = False

    @property
    def console(self) -> Console:
        return Console(color=self.color, quiet=self.quiet, verbose=self.verbose)
