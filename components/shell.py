"""The frame of every page: the bar with its menu, the banner of made-up data, the foot."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"), ("projector", "Projector"))


def shell(content: Component, *, menu: Sequence[tuple[str, str]], palette: Mapping[str, str]) -> html.Div:
    """Bar, page, and what scripts need: the query store and the palette of the figures."""
    return html.Div(
        [
            html.A("Skip to the page", href="#main", className="skip"),
            html.Header(html.Div([_brand(), _menu(menu), _theme()], className="wrap"), className="bar"),
            content,
            dcc.Store(id="query"),
            html.Div(id="palette", hidden=True, **{"data-palette": json.dumps(dict(palette))}),
        ]
    )


def _brand() -> html.A:
    return html.A([html.Span(className="lantern", **{"aria-hidden": "true"}), "Lantern"], href="/", className="brand")


def _menu(menu: Sequence[tuple[str, str]]) -> html.Nav:
    return html.Nav([html.A(name, href=path, **{"data-path": path}) for name, path in menu], className="menu", **{"aria-label": "Pages"})


def _theme() -> html.Div:
    options = [{"value": value, "label": words} for value, words in THEMES]
    return html.Div([html.Label("Theme", htmlFor="theme"), dbc.Select(id="theme", options=options, value="system")], className="bar-end")


def synthetic_banner(is_synthetic: bool) -> list[html.P]:
    """The line that made-up data wear on every page."""
    return [html.P("Synthetic demonstration data. No real organisation is shown.", className="synthetic")] if is_synthetic else []


def page_foot(parts: Sequence[Component | str]) -> html.Footer:
    """Data through, load, suppression, in one line."""
    return html.Footer([html.Span(part) for part in parts], className="foot")
