"""What on a page no callback reaches, handed to our own script (assets/view/plain.js) to be drawn in one go.

Dash lets every component look at the whole page's state after every change of any of them: a thousand cells of tables make a choice wait for seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import groupby

import orjson
from dash import html
from dash.development.base_component import Component

HTML = "dash_html_components"
# What Dash keeps in every component beside its properties.
KEPT_BY_DASH = frozenset(vars(html.Div())) - {"children"}
# What Dash writes otherwise in every answer, by going through all of it. In JSON these stand in strings alone.
ESCAPED = ((b"<", rb"\u003c"), (b">", rb"\u003e"), (b"/", rb"\u002f"))
# Nothing in a table is reached: a table changes as a whole.
WHOLE = (html.Table,)


def folded(part: object, reached: Collection[str], places: Collection[str] = ()) -> object:
    """The part with everything plain in it folded together; a component whose id is among those that are reached stays, and all around it.

    Takes    part: as a layout or an output holds it, which is changed; reached: ids that callbacks write or read; places: those of them whose
             content is written as a whole, an id of many components by its type. An id of many components always stays.
    Raises   TypeError where a place holds what is not plain.
    """
    parts = part if isinstance(part, list) else [part]
    joined = _joined([_settled(one, reached, places) for one in parts])
    return joined if isinstance(part, list) else joined[0]


def _settled(part: object, reached: Collection[str], places: Collection[str]) -> tuple[object, bool]:
    """What is sent for this part, and whether it is plain; what is plain below one that is not is folded."""
    if isinstance(part, WHOLE) or not isinstance(part, Component):
        return part, True
    below = getattr(part, "children", None)
    children = below if isinstance(below, list) else [] if below is None else [below]
    if name_of(part) in places:
        return _place(part, below, reached), False
    settled = [_settled(child, reached, places) for child in children]
    if _is_plain(part, reached) and all(plain for _, plain in settled):
        return part, True
    if children:
        part.children = _joined(settled)
    return part, False


def name_of(component: Component) -> str | None:
    """A component's id; one of many components is known by its type."""
    component_id = getattr(component, "id", None)
    return component_id["type"] if isinstance(component_id, dict) else component_id


def _is_plain(component: Component, reached: Collection[str]) -> bool:
    component_id = getattr(component, "id", None)
    return component._namespace == HTML and not isinstance(component_id, dict) and component_id not in reached


def _joined(settled: list[tuple[object, bool]]) -> list:
    """Neighbours that are plain become one component; text alone stays text."""
    found: list = []
    for is_plain, neighbours in groupby(settled, key=lambda one: one[1]):
        together = [part for part, _ in neighbours]
        is_worth_it = is_plain and any(isinstance(part, Component) for part in together)
        found.extend([_drawn("Plain", content=as_json(together, bare_json))] if is_worth_it else together)
    return found


def _place(component: Component, content: object, reached: Collection[str]) -> dict:
    held = {name: value for name, value in held_by(component).items() if name != "children"}
    return _drawn("Place", **held, tag=component._type, content=as_content(content, reached))


def _drawn(kind: str, **properties: object) -> dict:
    return {"namespace": "lantern", "type": kind, "props": properties}


def as_content(part: object, reached: Collection[str]) -> orjson.Fragment:
    """What is written into a place. Raises TypeError where a part of it is not plain: Dash would not see what a callback reaches there."""

    def plain_json(component: Component) -> dict[str, object]:
        if not _is_plain(component, reached):
            raise TypeError(f"{component!r} cannot stand in a place whose content is written as a whole.")
        return bare_json(component)

    return as_json(part, plain_json)


def as_json(part: object, written_as: Callable[[Component], object] | None = None) -> orjson.Fragment:
    """Components and figures written once, to be sent as they are as often as they are asked for. written_as: None = component_json."""
    written = orjson.dumps(part, default=written_as or component_json)
    for sign, escaped in ESCAPED:
        written = written.replace(sign, escaped)
    return orjson.Fragment(written)


def bare_json(component: Component) -> dict[str, object]:
    """A component that our own script draws: all of those are of HTML, and a third of an answer would be the name of it."""
    return {"type": component._type, "props": held_by(component)}


def component_json(component: Component) -> dict[str, object]:
    """What Component.to_plotly_json says, without asking for each property that the component might have."""
    return {"type": component._type, "namespace": component._namespace, "props": held_by(component)}


def held_by(component: Component) -> dict[str, object]:
    """The properties that a component was given; its children are one."""
    return {name: value for name, value in vars(component).items() if name not in KEPT_BY_DASH}
