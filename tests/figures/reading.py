"""How tests read a figure: in its wide and its narrow form, checked against plotly's own schema."""

from __future__ import annotations

import json
from typing import Any

import plotly.graph_objects as go


def merged(base: dict, over: dict) -> dict:
    """What assets/view/figures.js makes of a form laid over another: objects are merged, lists replaced."""
    out = dict(base)
    for key, value in over.items():
        out[key] = merged(base[key], value) if isinstance(value, dict) and isinstance(base.get(key), dict) else value
    return out


def narrow(figure: dict) -> dict:
    """The figure as a phone draws it."""
    form = figure["layout"].get("meta", {}).get("narrow", {})
    over = form.get("data", [])
    data = [merged(trace, over[place] if place < len(over) else {}) for place, trace in enumerate(figure["data"])]
    return {"data": data, "layout": merged(figure["layout"], form.get("layout", {}))}


def checked(figure: dict) -> dict:
    """The figure, once both its forms are valid Plotly and plain JSON without NaN."""
    for form in (figure, narrow(figure)):
        go.Figure(form)
        json.dumps(form, allow_nan=False)
    return figure


def named(figure: dict, name: str) -> dict:
    """The one trace of this name."""
    (found,) = [trace for trace in figure["data"] if trace.get("name") == name]
    return found


def said(figure: dict) -> list[str]:
    """The texts that stand in the figure, in the order drawn."""
    return [annotation["text"] for annotation in figure["layout"].get("annotations", ())]


def place_of(figure: dict, start: str) -> dict:
    """The one annotation whose text begins so, bold or not."""
    (found,) = [one for one in figure["layout"]["annotations"] if one["text"].removeprefix("<b>").startswith(start)]
    return found


def strings(part: Any) -> list[str]:
    """Every string in a figure, wherever it stands."""
    if isinstance(part, str):
        return [part]
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, (list, tuple)) else ()
    return [text for one in parts for text in strings(one)]


def is_empty_saying(figure: dict, words: str) -> bool:
    """True for a figure that draws nothing and says why."""
    checked(figure)
    axes = [figure["layout"][name]["visible"] for name in ("xaxis", "yaxis")]
    return figure["data"] == [] and said(figure) == [words] and axes == [False, False]
