from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from newsnlp.errors import ResourceError, UsageError
from newsnlp.morphology import packages
from newsnlp.morphology.camel import download
from newsnlp.morphology.camel.gateway import catalogue_module


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that does not exist yet."""
    folder = tmp_path / "none"
    monkeypatch.setenv("CAMELTOOLS_DATA", str(folder))
    return folder


def test_without_a_catalogue_what_is_known_is_listed(empty: Path) -> None:
    listed = {package.name: package for package in packages.list_packages()}
    assert list(listed) == ["camel-mle", "camel-bert", "camel-ner"]
    assert not any(package.installed for package in listed.values())
    assert listed["camel-mle"].licences == ("GPL v2",)
    assert listed["camel-mle"].size == 129_200_000
    assert listed["camel-ner"].size is None
    assert listed["camel-ner"].licences == ("see the package",)
    assert not empty.exists()


def test_a_catalogue_knows_better(camel_data: Path) -> None:
    package = packages.package("camel-mle")
    size = sum(file.stat().st_size for file in camel_data.rglob("data/**/m*.*"))
    assert package.installed
    assert [part.version for part in package.parts] == ["0.1.0", "0.1.0"]
    assert 0 < (package.size or 0) <= size
    assert packages.path("camel-mle") == camel_data / "data/disambig_mle/calima-msa-r13"


def test_the_default_folder_is_camels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for platform, folder in {
        "linux": ".camel_tools",
        "win32": "AppData/Roaming/camel_tools",
    }.items():
        monkeypatch.setattr("sys.platform", platform)
        assert packages.data_folder() == tmp_path / folder


def test_no_home_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(ResourceError, match="CAMELTOOLS_DATA"):
        packages.data_folder()


def test_sound_files_verify(camel_data: Path) -> None:
    assert packages.verify("camel-mle") == packages.Verification("camel-mle", 2, ())


def test_changed_and_missing_files_are_named(camel_data: Path) -> None:
    database = camel_data / "data/morphology_db/calima-msa-r13/morphology.db"
    counts = camel_data / "data/disambig_mle/calima-msa-r13/model.json"
    database.write_text("changed", encoding="utf-8")
    counts.unlink()
    found = packages.verify("camel-mle")
    assert not found.sound
    assert found.problems == (
        f"{database} differs from what was published",
        f"{counts} is missing",
    )


def test_without_hashes_nothing_counts_as_checked(camel_data: Path) -> None:
    (camel_data / "catalogue.json").unlink()
    assert packages.verify("camel-mle") == packages.Verification("camel-mle", 0, ())


def test_an_unknown_package_names_the_known(empty: Path) -> None:
    for ask in (packages.package, packages.path, packages.verify):
        with pytest.raises(UsageError, match="camel-mle, camel-bert, camel-ner"):
            ask("camel-gpt")


def test_the_path_of_a_missing_package_is_an_error(empty: Path) -> None:
    with pytest.raises(ResourceError) as caught:
        packages.path("camel-ner")
    assert caught.value.remedy == "newsnlp models install camel-ner"


def test_a_damaged_catalogue_is_told(camel_data: Path) -> None:
    for content in ("404: Not Found", "[]", "{}"):
        (camel_data / "catalogue.json").write_text(content, encoding="utf-8")
        with pytest.raises(ResourceError, match="damaged"):
            packages.list_packages()


Publish = Callable[..., None]


@pytest.fixture
def publish(
    camel_data: Path, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Publish:
    """Makes CAMeL's downloader find the small packages (or another catalogue) in a folder."""

    def publish(catalogue: str | None = None) -> None:
        entries = json.loads((camel_data / "catalogue.json").read_text(encoding="utf-8"))
        for name, entry in entries["packages"].items():
            folder = camel_data / "data" / entry["destination"]
            with ZipFile(tmp_path / f"{name}.zip", "w") as archive:
                for file in folder.iterdir():
                    archive.write(file, file.name)

        def fetch(url: str, destination: Path, **options: object) -> None:
            if url.endswith(".zip"):
                shutil.copy(tmp_path / url.rsplit("/", 1)[1], destination)
            else:
                destination.write_text(catalogue or json.dumps(entries), encoding="utf-8")

        monkeypatch.setattr(catalogue_module().HTTPDownloader, "_save_content", fetch)

    return publish


def test_install_shows_size_and_licence_first(publish: Publish, empty: Path) -> None:
    publish()
    shown = []

    def confirm(package: packages.Package) -> bool:
        shown.append((package.licences, package.installed))
        return True

    installed = packages.install("camel-mle", confirm=confirm)
    assert installed.installed
    assert shown == [(("GPL v2",), False)]
    assert packages.verify("camel-mle").checked == 2
    assert packages.path("camel-mle").is_relative_to(empty)
    # a sound package is not asked about again
    assert packages.install("camel-mle", confirm=confirm) == installed
    assert len(shown) == 1


def test_install_mends_a_damaged_package(publish: Publish, empty: Path) -> None:
    publish()
    folder = packages.install("camel-mle", confirm=lambda package: True).folder
    (folder / "model.json").write_text("damaged", encoding="utf-8")
    packages.install("camel-mle", confirm=lambda package: True)
    assert packages.verify("camel-mle").sound


def test_a_refused_install_downloads_no_package(publish: Publish, empty: Path) -> None:
    publish()
    assert not packages.install("camel-mle", confirm=lambda package: False).installed
    assert not (empty / "data").exists()


def test_an_error_page_does_not_become_the_catalogue(publish: Publish, empty: Path) -> None:
    publish("404: Not Found")
    with pytest.raises(ResourceError, match="could not download the catalogue"):
        packages.install("camel-mle", confirm=lambda package: True)
    assert not (empty / "catalogue.json").exists()


def test_an_unknown_package_of_the_catalogue_is_told(publish: Publish, empty: Path) -> None:
    publish(json.dumps({"version": "1.6", "packages": {}, "components": {}}))
    with pytest.raises(ResourceError, match="could not download morphology-db-msa-r13"):
        packages.install("camel-mle", confirm=lambda package: True)


def test_a_download_that_is_not_what_was_published_is_told(
    publish: Publish, empty: Path, camel_data: Path
) -> None:
    (camel_data / "data/disambig_mle/calima-msa-r13/model.json").write_text("{}", encoding="utf-8")
    publish()
    with pytest.raises(ResourceError, match="differs from what was published"):
        packages.install("camel-mle", confirm=lambda package: True)


def test_no_network_is_told(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise ConnectionError("no route")

    monkeypatch.setattr("requests.Session.get", refuse)
    with pytest.raises(ResourceError, match="could not download") as caught:
        packages.install("camel-ner", confirm=lambda package: True)
    assert caught.value.remedy == "check the network connection and try again"


def test_a_folder_that_cannot_be_written_is_told(
    publish: Publish, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    publish()
    (tmp_path / "file").touch()
    with pytest.raises(ResourceError, match="set CAMELTOOLS_DATA"):
        download.refresh_catalogue(tmp_path / "file" / "below")
