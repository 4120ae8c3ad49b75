"""What on a page no callback reaches, handed to our own script (assets/view/plain.js) to be drawn in one go.

Dash lets every component look at the whole page's state after every change of any of them: a thousand cells of tables make a choice wait for seconds.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from dash import html
from dash.development.base_component import Component

HTML = "dash_html_components"
# What Dash keeps in every component beside its properties.
KEPT_BY_DASH = frozenset(vars(html.Div())) - {"children"}
# Nothing in a table is reached: a table changes as a whole.
WHOLE = (html.Table,)


def folded(part: object, reached: Collection[str], places: Collection[str] = ()) -> object:
    """The part with everything plain in it folded together; a component whose id is among those that are reached stays, and all around it.

    Takes    part: as a layout or an output holds it, which is changed; reached: ids that callbacks write or read; places: those of them whose
             content is written as a whole, an id of many components by its type. An id of many components always stays.
    Raises   ValueError where a place holds what is not plain.
    """
    parts = part if isinstance(part, list) else [part]
    joined = _joined([_settled(one, reached, places) for one in parts])
    return joined if isinstance(part, list) else joined[0]


def as_content(part: object, reached: Collection[str]) -> object:
    """What is written into a place. Raises ValueError where it is not plain: Dash would not see what a callback reaches there."""
    parts = part if isinstance(part, list) else [part]
    if not all(plain for _, plain in [_settled(one, reached, ()) for one in parts]):
        raise ValueError("What a callback reaches cannot stand in a place whose content is written as a whole.")
    return part


def _settled(part: object, reached: Collection[str], places: Collection[str]) -> tuple[object, bool]:
    """What is sent for this part, and whether it is plain; what is plain below one that is not is folded."""
    if isinstance(part, WHOLE) or not isinstance(part, Component):
        return part, True
    below = getattr(part, "children", None)
    children = below if isinstance(below, list) else [] if below is None else [below]
    if _name(part) in places:
        return _place(part, as_content(below, reached)), False
    settled = [_settled(child, reached, places) for child in children]
    if _is_plain(part, reached) and all(plain for _, plain in settled):
        return part, True
    if children:
        part.children = _joined(settled)
    return part, False


def _name(component: Component) -> object:
    """Its id; that of many components is known by its type."""
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
        found.extend([_drawn("Plain", content=together)] if is_worth_it else together)
    return found


def _place(component: Component, content: object) -> dict:
    held = {name: value for name, value in held_by(component).items() if name != "children"}
    return _drawn("Place", **held, tag=component._type, content=content)


def held_by(component: Component) -> dict[str, object]:
    """The properties that a component was given, without asking for each that it might have; its children are one."""
    return {name: value for name, value in vars(component).items() if name not in KEPT_BY_DASH}


def _drawn(kind: str, **properties: object) -> dict:
    return {"namespace": "lantern", "type": kind, "props": properties}
