"""What on a page no callback reaches, handed to our own script (assets/view/plain.js) to be drawn in one go.

Dash lets every component look at the whole page's state after every change of any of them: a thousand cells of tables make a choice wait for seconds.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from dash import html
from dash.development.base_component import Component

HTML = "dash_html_components"
# Nothing in a table is reached: a table changes as a whole.
WHOLE = (html.Table,)


def folded(part: object, reached: Collection[str]) -> object:
    """The part with everything plain in it folded together; a component whose id is among those that are reached stays, and all around it.

    Takes    part: as a layout or an output holds it, which is changed; reached: ids that callbacks write or read. An id of many components always stays.
    """
    parts = part if isinstance(part, list) else [part]
    joined = _joined(parts, [_settle(one, reached) for one in parts])
    return joined if isinstance(part, list) else joined[0]


def _settle(part: object, reached: Collection[str]) -> bool:
    """True where the part is plain; else what is plain below it is folded."""
    if isinstance(part, WHOLE) or not isinstance(part, Component):
        return True
    below = getattr(part, "children", None)
    children = below if isinstance(below, list) else [] if below is None else [below]
    plain = [_settle(child, reached) for child in children]
    if _is_plain(part, reached) and all(plain):
        return True
    if children:
        part.children = _joined(children, plain)
    return False


def _is_plain(component: Component, reached: Collection[str]) -> bool:
    component_id = getattr(component, "id", None)
    return component._namespace == HTML and not isinstance(component_id, dict) and component_id not in reached


def _joined(parts: list, plain: list[bool]) -> list:
    """Neighbours that are plain become one component; text alone stays text."""
    found: list = []
    for is_plain, neighbours in groupby(zip(parts, plain, strict=True), key=lambda one: one[1]):
        together = [part for part, _ in neighbours]
        is_worth_it = is_plain and any(isinstance(part, Component) for part in together)
        found.extend([_plain(together)] if is_worth_it else together)
    return found


def _plain(parts: list) -> dict:
    return {"namespace": "lantern", "type": "Plain", "props": {"content": parts}}
