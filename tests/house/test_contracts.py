"""Arrows between rooms run one way, and nothing is excused from that."""

from __future__ import annotations

import ast
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


def test_scipy_is_imported_by_the_check_of_a_release_alone_and_not_at_the_start() -> None:
    asking = {}
    for path in [path for room in ROOMS for path in sorted((REPOSITORY / room).rglob("*.py"))]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = [node for node in ast.walk(tree) if "scipy" in imported_by(node)]
        if found:
            asking[path.relative_to(REPOSITORY).as_posix()] = [node for node in found if node in tree.body]
    assert asking == {"data_access/releasing/worlds.py": []}


def imported_by(node: ast.AST) -> set[str]:
    """The packages that a statement imports from."""
    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names] if isinstance(node, ast.Import) else []
    return {name.partition(".")[0] for name in names}
