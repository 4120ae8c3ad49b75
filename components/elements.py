"""Elements that a page has by the hundred, made without the checks that Dash makes of every argument: those cost more than all else of a table."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from dash.development.base_component import Component

T = TypeVar("T", bound=Component)


def element(kind: type[T], children: object, **properties: object) -> T:
    """The component that kind(children, **properties) makes; the names of the properties are the caller's to get right."""
    made = kind.__new__(kind)
    vars(made).update(_bare(kind), children=children, **properties)
    return made


@cache
def _bare(kind: type[Component]) -> dict[str, object]:
    """What Dash keeps in every component of a kind, whatever it was given."""
    return dict(vars(kind()))
