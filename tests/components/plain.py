"""Components as plain dicts, so that a test can write down the one it expects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def plain(part: Any) -> Any:
    """The component as dicts, lists and strings; parts without content are left out."""
    if isinstance(part, Component):
        held = part.to_plotly_json()
        return {held["type"]: {name: plain(value) for name, value in held["props"].items() if value is not None}}
    if isinstance(part, (list, tuple)):
        return [plain(one) for one in part]
    if isinstance(part, dict):
        return {name: plain(value) for name, value in part.items()}
    return part


def same(found: Any, expected: Any) -> bool:
    """True where both are made of the same parts."""
    assert plain(found) == plain(expected)
    return True


def text(part: Any) -> str:
    """What is read aloud: every string in order."""
    if isinstance(part, Component):
        return text(getattr(part, "children", None))
    if isinstance(part, (list, tuple)):
        return "".join(text(one) for one in part)
    return "" if part is None else str(part)


def every(part: Any, kind: str) -> list[Component]:
    """Every component of this kind, outer before inner."""
    return [one for one in walk(part) if type(one).__name__ == kind]


def walk(part: Any) -> Iterator[Component]:
    if isinstance(part, Component):
        yield part
        yield from walk(getattr(part, "children", None))
    elif isinstance(part, (list, tuple)):
        for one in part:
            yield from walk(one)


def cells(table: Component) -> list[list[str]]:
    """A table's rows in words, its head first."""
    return [[text(cell) for cell in row.children] for row in every(table, "Tr")]
