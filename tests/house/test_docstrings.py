"""Every function that another room may call says what comes back."""

from __future__ import annotations

import ast

import pytest

from tests.house.tree import ROOMS, functions, modules, text


@pytest.mark.parametrize("room", ["equity", "data_access", "figures", "components"])
def test_every_public_function_says_what_comes_back(room: str) -> None:
    public = [function for function in functions(room) if function.is_public and "." not in function.name]
    assert [function.place for function in public if not ast.get_docstring(function.node)] == []


def test_every_module_says_what_it_is_for() -> None:
    ours = [name for name in modules("app", "settings", *ROOMS) if not name.endswith("__init__.py")]
    assert [name for name in ours if not ast.get_docstring(ast.parse(text(name)))] == []
