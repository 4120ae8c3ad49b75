"""The tree as structure tests see it: files that git knows or would take, our modules, their functions."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cache

from tests.shared import REPOSITORY

ROOMS = ("components", "data_access", "equity", "figures", "pages", "seed_data", "web")
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def files() -> tuple[str, ...]:
    """Every file of the project, as a path from the repository on; what git ignores is not the project."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=REPOSITORY, check=True, capture_output=True, text=True)
    return tuple(name for name in listed.stdout.splitlines() if (REPOSITORY / name).is_file())


def text(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Function:
    """One function of ours: where it stands and its syntax tree."""

    module: str
    name: str
    node: ast.FunctionDef | ast.AsyncFunctionDef

    @property
    def place(self) -> str:
        return f"{self.module}:{self.node.lineno} {self.name}"

    @property
    def is_public(self) -> bool:
        return not any(part.startswith("_") for part in self.name.split("."))


def modules(*rooms: str) -> tuple[str, ...]:
    """Python files of these rooms, migrations left out: each of those is one long list of columns."""
    return tuple(name for name in files() if name.endswith(".py") and name.split("/")[0].removesuffix(".py") in rooms and "/migrations/" not in name)


def functions(*rooms: str) -> list[Function]:
    """Functions and methods of these rooms, those inside a function left out: nobody else can call them."""
    return [function for module in modules(*rooms) for function in _functions_in(module, ast.parse(text(module)), "")]


def _functions_in(module: str, node: ast.Module | ast.ClassDef, prefix: str) -> list[Function]:
    found: list[Function] = []
    for child in node.body:
        if isinstance(child, FUNCTION):
            found.append(Function(module, f"{prefix}{child.name}", child))
        elif isinstance(child, ast.ClassDef):
            found.extend(_functions_in(module, child, f"{prefix}{child.name}."))
    return found


def code_lines(source: str, node: ast.AST | None = None) -> int:
    """Lines that bear code, of a whole file or of one node in it: no blank line, no comment, no docstring."""
    bearing = _bearing(source)
    return len(bearing) if node is None else sum(node.lineno <= number <= node.end_lineno for number in bearing)


@cache
def _bearing(source: str) -> frozenset[int]:
    bearers = [node for node in ast.walk(ast.parse(source)) if isinstance(node, (ast.Module, ast.ClassDef, *FUNCTION))]
    docstrings = [node.body[0] for node in bearers if ast.get_docstring(node, clean=False) is not None]
    left_out = {number for docstring in docstrings for number in range(docstring.lineno, docstring.end_lineno + 1)}
    lines = enumerate(source.splitlines(), start=1)
    return frozenset(number for number, line in lines if number not in left_out and line.strip() and not line.strip().startswith("#"))
