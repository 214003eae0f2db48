"""Makes a Typer command of a plain function whose parameters are groups of options."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, get_type_hints

import typer

from newsnlp.cli.console import Console
from newsnlp.cli.options import Talking
from newsnlp.cli.output import quiet_pipe
from newsnlp.errors import NewsnlpError

__all__ = ["command", "examples", "fail"]


def examples(*lines: str) -> str:
    """The end of a help text: command lines to try, each in a paragraph of its own."""
    return "\n\n".join(["Examples:", *(f"  {line}" for line in lines)])


def command(function: Callable[..., None]) -> Callable[..., None]:
    """The function as Typer wants it: an option for every field of its groups, errors told.

    The parameters that are no groups come first in the help: they are the command's own.
    """
    hints = get_type_hints(function, include_extras=True)
    parameters = inspect.signature(function).parameters
    groups = {name: hints[name] for name in parameters if is_dataclass(hints[name])}
    own = [
        parameter.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in parameters.items()
        if name not in groups
    ]
    shared = [option for group in groups.values() for option in _options(group)]

    def called_by_typer(**values: Any) -> None:
        for name, group in groups.items():
            names = [field.name for field in fields(group) if field.name in values]
            values[name] = group(**{field_name: values.pop(field_name) for field_name in names})
        talking = next((made for made in values.values() if isinstance(made, Talking)), Talking())
        _run(function, values, talking.console)

    signature = inspect.Signature([*own, *shared])
    called_by_typer.__name__ = function.__name__
    called_by_typer.__doc__ = function.__doc__
    called_by_typer.__annotations__ = {p.name: p.annotation for p in signature.parameters.values()}
    called_by_typer.__signature__ = signature  # type: ignore[attr-defined]
    return called_by_typer


def fail(error: Exception, console: Console, *, source: str = "") -> None:
    """Tell of an exception that nobody foresaw, in one line, or whole with ``--verbose``."""
    where = f"{source}: " if source else ""
    told = f"{where}{type(error).__name__}: {error}".rstrip(": ")
    remedy = "" if console.verbose else "run it with --verbose to see where, and please report it"
    console.error(NewsnlpError(told, remedy=remedy))
    console.detail("".join(traceback.format_exception(error)).rstrip())


def _run(function: Callable[..., None], values: dict[str, Any], console: Console) -> None:
    try:
        with quiet_pipe():
            function(**values)
    except NewsnlpError as error:
        console.error(error)
        raise typer.Exit(error.exit_status) from None
    except (typer.Exit, typer.Abort, OSError):
        raise
    except Exception as error:
        fail(error, console)
        raise typer.Exit(1) from None


def _options(group: type[Any]) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    for field in fields(group):
        yield inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=_default(field),
            annotation=hints[field.name],
        )


def _default(field: Field[Any]) -> object:
    return inspect.Parameter.empty if field.default is MISSING else field.default
