from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., str]

OPEN = "from newsnlp.morphology.camel.gateway import camel\n"


def test_importing_the_room_imports_nothing_of_camel_tools(fresh_python: Run) -> None:
    code = """
import sys, newsnlp.morphology.camel, newsnlp.morphology.engines, newsnlp.morphology.packages
print([name for name in sys.modules if name.startswith(("camel_tools", "torch", "transformers"))])
"""
    assert fresh_python(code) == "[]"


@pytest.mark.parametrize("home", ["/dev/null/no-home", None])
def test_the_analyzer_opens_without_network_home_or_heavy_modules(
    fresh_python: Run, database: Path, home: str | None
) -> None:
    code = f"""
import sys
from pathlib import Path
from newsnlp.morphology.camel import CamelAnalyzer, load_database
found = CamelAnalyzer(load_database(Path({str(database)!r}))).analyze("وكتابها")
heavy = ("torch", "transformers", "sklearn", "pandas", "numpy", "requests", "emoji")
print(len(found), [name for name in heavy if name in sys.modules])
"""
    assert fresh_python(code, **({"HOME": home} if home else {})) == "2 []"


def test_nothing_is_written_to_the_home(fresh_python: Run, database: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    code = f"""
from pathlib import Path
from newsnlp.morphology.camel import load_database
load_database(Path({str(database)!r}))
"""
    fresh_python(code, HOME=str(home), USERPROFILE=str(home))
    assert list(home.iterdir()) == []


def test_the_light_character_sets_equal_the_real_ones(fresh_python: Run) -> None:
    code = """
import camel_tools.utils.charsets as real
from newsnlp.morphology.camel.charsets import CharsetsModule
light = CharsetsModule("light")
assert sorted(light.__all__) == sorted(real.__all__)
print([name for name in real.__all__ if getattr(light, name) != getattr(real, name)])
try:
    light.NO_SUCH_CHARSET
except AttributeError as error:
    print(error)
"""
    assert fresh_python(code).splitlines() == [
        "[]",
        "module 'light' has no attribute 'NO_SUCH_CHARSET'",
    ]


def test_the_users_catalogue_serves_camels_own_loaders(fresh_python: Run, camel_data: Path) -> None:
    code = (
        OPEN
        + """
camel("morphology.database")
from camel_tools.data import CATALOGUE, CT_DATA_DIR, DownloaderError
from camel_tools.disambig.mle import MLEDisambiguator
from camel_tools.morphology.database import MorphologyDB
print(sorted(CATALOGUE.packages), CATALOGUE.version)
print(CT_DATA_DIR, DownloaderError.__name__)
print(MorphologyDB.builtin_db().order)
print(MLEDisambiguator.pretrained().disambiguate(["كتاب"])[0].analyses[0].analysis["lex"])
"""
    )
    lines = fresh_python(code, CAMELTOOLS_DATA=str(camel_data), HOME="/dev/null/no-home")
    assert lines.splitlines() == [
        "['disambig-mle-calima-msa-r13', 'morphology-db-msa-r13'] 1.6",
        f"{camel_data} DownloaderError",
        "['diac', 'lex', 'bw', 'gloss', 'pos']",
        "كاتِب",
    ]


def test_without_a_catalogue_camels_is_empty_and_not_downloaded(
    fresh_python: Run, tmp_path: Path
) -> None:
    code = (
        OPEN
        + """
camel("morphology.database")
from camel_tools.data import CATALOGUE
print(CATALOGUE.packages, CATALOGUE.components)
"""
    )
    assert fresh_python(code, CAMELTOOLS_DATA=str(tmp_path / "none")) == "{} {}"


def test_modules_the_calling_program_imported_stay_as_they_are(
    fresh_python: Run, camel_data: Path
) -> None:
    code = (
        """
import camel_tools.data, camel_tools.utils.charsets
before = camel_tools.data, camel_tools.utils.charsets
"""
        + OPEN
        + """
camel("morphology.analyzer")
import sys
print(before == (sys.modules["camel_tools.data"], sys.modules["camel_tools.utils.charsets"]))
"""
    )
    assert fresh_python(code, CAMELTOOLS_DATA=str(camel_data), HOME=str(camel_data)) == "True"


def test_a_missing_camel_tools_is_told_with_its_remedy(fresh_python: Run) -> None:
    code = (
        """
import sys
sys.modules["camel_tools"] = None
"""
        + OPEN
        + """
from newsnlp.errors import ResourceError
try:
    camel("morphology.analyzer")
except ResourceError as error:
    print(error)
"""
    )
    assert fresh_python(code) == "CAMeL Tools is not installed (pip install camel-tools)"
