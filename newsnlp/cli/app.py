"""The ``newsnlp`` command: finds the command that is called, and loads no other."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, MutableMapping
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from newsnlp.cli.commands import NAMES
from newsnlp.cli.console import Console, use_utf8
from newsnlp.errors import NewsnlpError

__all__ = ["app", "main"]

_MODULES = "newsnlp.cli.commands"


class _Commands(MutableMapping[str, Any]):
    """The commands by name; a command's module is imported when it is looked up."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in NAMES:
            raise KeyError(name)
        if name not in self._loaded:
            module = importlib.import_module(f"{_MODULES}.{name}")
            self._loaded[name] = typer.main.get_command(module.app)
            self._loaded[name].name = name
        return self._loaded[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


class _Group(TyperGroup):
    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _Commands()


app = typer.Typer(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from newsnlp import __version__

        typer.echo(f"newsnlp {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def newsnlp(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and leave."
        ),
    ] = False,
) -> None:
    """Arabic news in the terminal: lemmas, named entities, dates and frequencies, offline."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> NoReturn:
    """Run the command line and leave with its status."""
    use_utf8()
    try:
        status = _status()
    except OSError as error:  # a full disk under what is printed without `output`: help, version
        Console().error(NewsnlpError(str(error)))
        sys.stdout = None  # or Python tries once more as it exits, and complains
        status = 1
    sys.exit(status)


def _status() -> str | int | None:
    try:
        app(prog_name="newsnlp")
    except SystemExit as end:
        return end.code
    except KeyboardInterrupt:
        return 130
    return 0
