"""The wheel: what rides in it, and that it works away from the checkout, and without torch."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tomllib
import zipfile
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "000_12ba7111f2471564.txt"
PACKAGE = ROOT / "newsnlp"
MODELS = ROOT / "data" / "models"

# What the light install of README leaves out of CAMeL Tools' dependencies.
ABSENT = (
    "camel_kenlm dill docopt editdistance emoji future kenlm muddler pyrsistent regex requests "
    "scipy sklearn tabulate torch tqdm transformers"
).split()
# Forms that no table holds, so that CAMeL Tools itself is asked.
RARE = "زار المستكشفون كرونباخستان وسيستكشفونهما أمس."


def pip(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # offline where the build backend is installed, as it is with the test dependencies
    offline = ["--no-build-isolation"] if importlib.util.find_spec("hatchling") else []
    pip("wheel", "--no-deps", *offline, "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.glob("newsnlp-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's contents as pip lays them out, far from the checkout."""
    target = tmp_path_factory.mktemp("target")
    pip("install", "--no-deps", "--no-index", "--target", str(target), str(wheel))
    return target


def run(*arguments: str, path: list[Path], cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(map(str, path)),
            "CAMELTOOLS_DATA": str(cwd / "none"),
        },
        check=False,
    )


def test_everything_that_is_installed_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert pins["torch"] == "2.13.0"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    needed: set[str] = set()
    while asked:
        requirement = Requirement(asked.pop())
        name = canonicalize_name(requirement.name)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if not wanted or name in needed:
            continue
        needed.add(name)
        with suppress(PackageNotFoundError):  # an extra that is not installed here
            asked += distribution(name).requires or []
    assert needed - {canonicalize_name(name) for name in pins} == set()


def test_all_of_the_package_and_its_models_ride_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.split("/")[0].endswith("-info")}
        for path in MODELS.iterdir():
            assert archive.read(f"newsnlp/_data/models/{path.name}") == path.read_bytes()
    package = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == package | {f"newsnlp/_data/models/{path.name}" for path in MODELS.iterdir()}
    assert "newsnlp/analysis/stopwords.txt" in names


def test_the_licence_and_the_readme_ride_along(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (licence,) = [name for name in archive.namelist() if name.endswith("/LICENSE")]
        (metadata,) = [name for name in archive.namelist() if name.endswith("/METADATA")]
        assert archive.read(licence) == (ROOT / "LICENSE").read_bytes()
        assert (ROOT / "README.md").read_text("utf-8") in archive.read(metadata).decode()


def test_it_works_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = run(
        "-c", "import newsnlp; print(newsnlp.__file__)", path=[installed], cwd=tmp_path
    ).stdout
    assert Path(where).is_relative_to(installed)
    arguments = ["-m", "newsnlp", "entities", str(SEED), "--format", "tsv"]
    away = run(*arguments, path=[installed], cwd=tmp_path)
    home = run(*arguments, path=[ROOT], cwd=tmp_path)
    assert (away.returncode, away.stderr) == (0, "")
    assert away.stdout == home.stdout
    assert "Iran" in away.stdout


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PYTHONPATH, with which the modules of `ABSENT` are not found."""
    folder = tmp_path_factory.mktemp("without")
    (folder / "sitecustomize.py").write_text(
        "from importlib.machinery import PathFinder\n"
        f"absent = {ABSENT!r}\n"
        "find = PathFinder.find_spec\n"
        "def find_spec(name, path=None, target=None):\n"
        "    return None if name.split('.')[0] in absent else find(name, path, target)\n"
        "PathFinder.find_spec = find_spec\n",
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize("module", ["torch", "transformers", "sklearn"])
def test_absent_modules_are_absent(without: Path, tmp_path: Path, module: str) -> None:
    done = run("-c", f"import {module}", path=[without], cwd=tmp_path)
    assert f"ModuleNotFoundError: No module named '{module}'" in done.stderr


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("entities", "أمس"),
        ("summary", "المستكشفون"),
        ("tokens", "وسيستكشفونهما"),
        ("frequencies", "كرونباخستان"),
        ("dates", "أمس"),
    ],
)
def test_the_light_install_does_the_main_work(
    installed: Path, without: Path, tmp_path: Path, command: str, expected: str
) -> None:
    text = tmp_path / "news.txt"
    text.write_text(RARE, encoding="utf-8")
    done = run("-m", "newsnlp", command, str(text), path=[without, installed], cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert expected in done.stdout


@pytest.mark.parametrize(
    "arguments", [["analyze", "وسيستكشفونهما"], ["models", "list"], ["doctor"]]
)
def test_the_light_install_has_its_upkeep(
    installed: Path, without: Path, tmp_path: Path, arguments: list[str]
) -> None:
    done = run("-m", "newsnlp", *arguments, path=[without, installed], cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_berts_engine_says_what_the_light_install_lacks(
    installed: Path, without: Path, tmp_path: Path
) -> None:
    arguments = ["tokens", "--engine", "camel-bert", str(SEED)]
    done = run("-m", "newsnlp", *arguments, path=[without, installed], cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert "newsnlp models install camel-bert" in done.stderr
