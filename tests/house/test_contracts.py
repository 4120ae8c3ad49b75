"""Arrows between rooms run one way, and nothing is excused from that."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path
from sys import executable

from tests.house.tree import ROOMS, text
from tests.shared import REPOSITORY

LINT_IMPORTS = Path(executable).parent / "lint-imports"
RULES = tomllib.loads(text("pyproject.toml"))["tool"]["importlinter"]


def test_every_import_contract_is_kept() -> None:
    done = subprocess.run([LINT_IMPORTS, "--no-cache"], cwd=REPOSITORY, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_no_import_is_excused() -> None:
    assert [contract["name"] for contract in RULES["contracts"] if "ignore_imports" in contract] == []


def test_every_room_is_under_contract() -> None:
    assert sorted(RULES["root_packages"]) == sorted(ROOMS)
    assert [room for room in ROOMS if not (REPOSITORY / room / "__init__.py").is_file()] == []
