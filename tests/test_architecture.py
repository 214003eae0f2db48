"""The plan of the house, held against the imports: docs/architecture.md says what it is for."""

from __future__ import annotations

import ast
import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsnlp

PACKAGE = Path(newsnlp.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
MODULES = [
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in FILES
]
FLOORS = {
    "errors": 1,
    "arabic": 1,
    "model": 2,
    "resources": 2,
    "text": 3,
    "readers": 3,
    "morphology": 4,
    "entities": 5,  # names are told by the words around them, so they stand above morphology
    "pipeline": 6,
    "analysis": 7,
    "tables": 8,
    "cli": 8,
}
PLACES = list(zip(MODULES, FILES, strict=True))
HEAVY = {
    "camel_tools",
    "dask",
    "marisa_trie",
    "networkx",
    "numpy",
    "pandas",
    "pyarrow",
    "pycrfsuite",
    "torch",
    "transformers",
}
# The face looks everything up lazily, so it stands beside the floors.
FACE = {"newsnlp", "newsnlp.__main__"}


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Every module a file imports, anywhere in it, and each name it takes from it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield from ((node.module or "", alias.name) for alias in node.names)


def room(module: str) -> str:
    return module.split(".")[1]


@pytest.mark.parametrize(("module", "path"), PLACES, ids=MODULES)
def test_imports_run_downwards(module: str, path: Path) -> None:
    if module in FACE:
        return
    for imported, name in imports(path):
        if not imported.startswith("newsnlp"):
            continue
        target = f"newsnlp.{name}" if imported == "newsnlp" else imported
        if name == "__version__" or room(target) == room(module):
            continue
        assert FLOORS[room(target)] < FLOORS[room(module)], f"{module} imports {target}"


@pytest.mark.parametrize(("module", "path"), PLACES, ids=MODULES)
def test_each_library_has_its_room(module: str, path: Path) -> None:
    named = {imported.split(".")[0] for imported, _ in imports(path)}
    if not module.startswith("newsnlp.morphology.camel"):
        assert "camel_tools" not in named
    if not module.startswith("newsnlp.cli"):
        assert not named & {"typer", "rich"}
        source = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        calls = {
            node.func.id
            for node in source
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not calls & {"print", "exit", "input"}


@pytest.mark.parametrize("module", ["newsnlp", "newsnlp.cli.app", *MODULES])
def test_importing_loads_nothing_heavy(module: str, loaded: dict[str, list[str]]) -> None:
    assert loaded[module] == []


@pytest.fixture(scope="module")
def loaded() -> dict[str, list[str]]:
    """For each module, the heavy ones that its import brought in, all in one fresh process."""
    program = (
        "import importlib, json, sys\n"
        f"heavy = {sorted(HEAVY)!r}\n"
        "found = {}\n"
        f"for module in ['newsnlp.cli.app', *{MODULES!r}]:\n"
        "    before = set(sys.modules)\n"
        "    importlib.import_module(module)\n"
        "    found[module] = [n for n in heavy if n in set(sys.modules) - before]\n"
        "print(json.dumps(found))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=PACKAGE.parent
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_the_command_line_starts_without_what_only_some_commands_use() -> None:
    program = "import sys, newsnlp.cli.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=PACKAGE.parent,
        text=True,
    )
    names = set(done.stdout.split())
    assert not names & {"newsnlp.pipeline", "newsnlp.readers", "newsnlp.cli.output", "sqlite3"}
    assert not names & HEAVY


def standing(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, each by name, as ruff's RUF022 has it."""
    return 0 if name.isupper() else 1 if name[0].isupper() else 2, name


@pytest.mark.parametrize("module", MODULES)
def test_all_lists_real_names_in_order(module: str) -> None:
    if module == "newsnlp.__main__":
        return
    imported = importlib.import_module(module)
    public = getattr(imported, "__all__", [])
    assert list(public) == sorted(public, key=standing)
    assert all(hasattr(imported, name) for name in public)


@pytest.mark.parametrize("path", FILES, ids=MODULES)
def test_files_stay_small_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 310
    assert ast.get_docstring(ast.parse(text))
