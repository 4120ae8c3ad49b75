"""What the tests need is found, installed where that is ours to do, or named: never skipped."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest

from tests import chromium, openid_provider, poppler, postgres, setup


def program(path: Path, *, code: int) -> Path:
    path.write_text(f"#!/bin/sh\nexit {code}\n")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return path


@pytest.fixture
def only_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH that holds this folder alone, and no downloads."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "DOWNLOADS", tmp_path / "browsers")
    return tmp_path


def test_the_setting_names_the_chromium(tmp_path: Path) -> None:
    asked = program(tmp_path / "mine", code=0)
    assert chromium.chromium_path({"CHROMIUM": str(asked)}) == str(asked)


@pytest.mark.parametrize("make", [lambda path: path / "absent", lambda path: program(path / "broken", code=1)])
def test_a_chromium_that_was_named_and_does_not_start_is_not_replaced_by_another(tmp_path: Path, make) -> None:
    asked = make(tmp_path)
    with pytest.raises(chromium.WrongChromium, match=f"CHROMIUM is '{asked}'"):
        chromium.chromium_path({"CHROMIUM": str(asked)})


def test_a_chromium_on_the_path_is_found(only_path: Path) -> None:
    expected = program(only_path / "chromium", code=0)
    assert chromium.chromium_path({}) == str(expected)


def test_a_hint_to_install_a_snap_is_no_chromium(only_path: Path) -> None:
    program(only_path / "chromium", code=1)
    with pytest.raises(chromium.NoChromium, match="Set CHROMIUM to its path"):
        chromium.chromium_path({})


def test_a_download_of_playwrights_own_is_found(only_path: Path) -> None:
    folder = only_path / "browsers" / "chromium-1228" / "chrome-linux64"
    folder.mkdir(parents=True)
    expected = program(folder / "chrome", code=0)
    assert chromium.chromium_path({}) == str(expected)


@pytest.mark.parametrize(("system", "command"), [("debian", "apt-get"), ("unknown", "apt-get"), ("ubuntu", setup.PLAYWRIGHT[0])])
def test_ubuntu_gets_a_chromium_that_is_no_snap(monkeypatch: pytest.MonkeyPatch, system: str, command: str) -> None:
    monkeypatch.setattr(setup, "_system", lambda: system)
    assert setup.chromium_commands()[-1][0] == command


def nothing() -> None:
    raise postgres.NoPostgres


def test_what_is_there_is_not_installed() -> None:
    assert setup.ensure("PostgreSQL", lambda: "here", postgres.NoPostgres, [("false",)]) == "here"


def test_without_root_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 1000)
    with pytest.raises(setup.SetupError, match="PostgreSQL is missing and was not installed. Run as root: apt-get update && apt-get install"):
        setup.ensure("PostgreSQL", nothing, postgres.NoPostgres, setup.postgres_commands())


@pytest.mark.parametrize("commands", [[("false",)], [("no-such-program",)], [("true",)]])
def test_an_installation_that_does_not_help_fails(monkeypatch: pytest.MonkeyPatch, commands: list[tuple[str, ...]]) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 0)
    with pytest.raises(setup.SetupError, match="PostgreSQL is missing"):
        setup.ensure("PostgreSQL", nothing, postgres.NoPostgres, commands)


def test_what_is_installed_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 0)
    made = tmp_path / "made"

    def find() -> Path:
        if not made.exists():
            raise postgres.NoPostgres
        return made

    assert setup.ensure("PostgreSQL", find, postgres.NoPostgres, [("touch", str(made))]) == made


def test_a_wrong_chromium_ends_the_set_up_with_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert setup.main() == 1
    assert "no browser starts there" in capsys.readouterr().err


def test_the_provider_is_installed_where_it_is_missing_or_of_another_lock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = tmp_path / "stamp"
    monkeypatch.setattr(openid_provider, "STAMP", made)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: made.write_text("another") if "ci" in command else None)
    assert setup.ensure_provider() == openid_provider.FOLDER
    assert made.read_text() == openid_provider.fingerprint()
    made.write_text("of another lock")
    with pytest.raises(openid_provider.NoProvider, match="python -m tests.setup"):
        openid_provider.provider_folder()
    assert setup.ensure_provider() == openid_provider.FOLDER


def test_a_provider_that_cannot_be_installed_ends_the_set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(openid_provider, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(openid_provider, "NODE", tmp_path / "no node")
    with pytest.raises(setup.SetupError, match="OpenID provider is missing"):
        setup.ensure_provider()


def test_what_reads_printed_pages_is_found_whole_or_not_at_all(only_path: Path) -> None:
    first = program(only_path / "pdftotext", code=0)
    with pytest.raises(poppler.NoPoppler, match="pdftotext and pdfinfo were not found"):
        poppler.tools()
    second = program(only_path / "pdfinfo", code=0)
    assert poppler.tools() == [str(first), str(second)]


def test_poppler_is_a_package_of_its_own() -> None:
    assert setup.poppler_commands()[-1][-1] == "poppler-utils"
