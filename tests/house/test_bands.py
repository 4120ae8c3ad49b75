"""The bands of the house style: where a file or function grows past them, it is stopped here and thought about."""

from __future__ import annotations

import ast
import json
import statistics
import subprocess
import sys
from collections.abc import Iterable

import pytest

from tests.house.tree import FUNCTION, ROOMS, code_lines, functions, modules, text
from tests.shared import MEASURE_STYLE, REPOSITORY

OURS = ("app", "settings", *ROOMS)
BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)
DECISIONS = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.match_case, ast.IfExp)


def branches(node: ast.AST) -> int:
    """1 + the decisions in a function."""
    found = sum(isinstance(child, DECISIONS) for child in ast.walk(node))
    joined = sum(len(child.values) - 1 for child in ast.walk(node) if isinstance(child, ast.BoolOp))
    filters = sum(len(child.ifs) for child in ast.walk(node) if isinstance(child, ast.comprehension))
    return 1 + found + joined + filters


def nesting(node: ast.AST, depth: int = 0) -> int:
    """How deep blocks lie in one another; elif adds none."""
    deepest = depth
    for child in ast.iter_child_nodes(node):
        is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        deepest = max(deepest, nesting(child, depth + (isinstance(child, BLOCKS) and not is_elif)))
    return deepest


def positional(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Parameters that a call may give without a name."""
    return sum(parameter.arg not in ("self", "cls") for parameter in (*node.args.posonlyargs, *node.args.args))


def ninety_fifth(values: Iterable[int]) -> int:
    ordered = sorted(values)
    return ordered[int(0.95 * (len(ordered) - 1))] if ordered else 0


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f():\n    return 1", (1, 0)),
        ("def f(a):\n    if a and a > 1:\n        return 1\n    return [x for x in a if x]", (4, 1)),
        ("def f(a):\n    if a:\n        pass\n    elif a > 1:\n        pass", (3, 1)),
        ("def f(a):\n    for x in a:\n        while x:\n            pass", (3, 2)),
    ],
)
def test_branches_and_nesting_are_counted_as_a_reader_would(source: str, expected: tuple[int, int]) -> None:
    function = ast.parse(source).body[0]
    assert (branches(function), nesting(function)) == expected


def test_no_file_has_more_than_300_lines() -> None:
    lengths = {name: len(text(name).splitlines()) for name in modules(*OURS)}
    assert {name for name, length in lengths.items() if length > 300} == set()


def test_nine_files_in_ten_have_at_most_200_lines() -> None:
    lengths = [len(text(name).splitlines()) for name in modules(*OURS)]
    assert statistics.quantiles(lengths, n=10)[-1] <= 200


def test_no_function_has_more_than_50_lines_of_code() -> None:
    lengths = {function.place: code_lines(text(function.module), function.node) for function in functions(*OURS, "tests")}
    assert {place: length for place, length in lengths.items() if length > 50} == {}


@pytest.mark.parametrize(("room", "most"), [(room, 35 if room in ("pages", "components") else 25) for room in ROOMS])
def test_nineteen_functions_in_twenty_are_short(room: str, most: int) -> None:
    assert ninety_fifth(code_lines(text(function.module), function.node) for function in functions(room)) <= most


def test_nineteen_functions_in_twenty_are_read_at_a_glance() -> None:
    nodes = [function.node for function in functions(*OURS)]
    assert ninety_fifth(map(nesting, nodes)) <= 2
    assert ninety_fifth(map(branches, nodes)) <= 6
    assert ninety_fifth(map(positional, nodes)) <= 4


def test_no_function_imports_our_own_code() -> None:
    hidden = [
        f"{name}:{inner.lineno}"
        for name in modules(*OURS)
        for node in ast.walk(ast.parse(text(name)))
        if isinstance(node, FUNCTION)
        for inner in ast.walk(node)
        if (isinstance(inner, ast.ImportFrom) and (inner.module or "").split(".")[0] in OURS)
        or (isinstance(inner, ast.Import) and any(alias.name.split(".")[0] in OURS for alias in inner.names))
    ]
    assert hidden == []


@pytest.mark.needs_shared
def test_the_measure_that_houses_are_compared_by_finds_us_within_its_bands() -> None:
    command = [sys.executable, MEASURE_STYLE, "measure", REPOSITORY, "--src", "app.py", "settings.py", *ROOMS, "--tests", "tests", "--name", "lantern"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert 40 <= found["file length (physical)"]["median"] <= 100
    assert found["share of files up to 200 lines %"] >= 90
    assert 4 <= found["function length"]["median"] <= 8
    assert (found["nesting"]["p95"], found["branches"]["p95"]) <= (2, 6)
    assert (found["import circles"], found["lazy own imports"], found["TODO/FIXME per 1000 code"], found["broad excepts %"]) == (0, 0, 0, 0)
    assert found["repeated code %"] <= 1
    assert found["test code / code"] >= 0.8
    assert found["mirrored %"] >= 85
