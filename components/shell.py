"""The frame of every page: the bar with its menu, the banner of made-up data, the foot."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import dash_bootstrap_components as dbc
from dash import dcc
from dash.development.base_component import Component

from components import html
from components.selectors import opener

# A select shows an empty value as nothing chosen at all.
NO_TEAM = "none"
THEMES = (("system", "System theme"), ("light", "Light"), ("dark", "Dark"), ("projector", "Projector"))


def shell(
    content: Component,
    *,
    menu: Sequence[tuple[str, str]],
    palette: Mapping[str, Mapping[str, str]],
    teams: Sequence[tuple[str, str]] | None = (),
    who: Sequence[Component] = (),
) -> html.Div:
    """Bar, page, and what scripts need: the query store and the figures' colors in each theme.

    Takes    teams: (team_id, name) among which the reader's own can be chosen; None where they are too many for a list; who: whose page this is.
    """
    more = _bar_more(menu, [*_my_team(teams), *_theme(), *who])
    return html.Div(
        [
            html.A("Skip to the page", href="#main", className="skip"),
            html.Header(html.Div([_brand(), opener("Menu", opens="bar-more"), more], className="wrap"), className="bar"),
            content,
            dcc.Store(id="query"),
            html.Div(id="palette", hidden=True, **{"data-palette": json.dumps(dict(palette))}),
        ]
    )


def _bar_more(menu: Sequence[tuple[str, str]], end: list[Component]) -> html.Div:
    return html.Div([_menu(menu), html.Div(end, className="bar-end")], id="bar-more", className="bar-more")


def _brand() -> html.A:
    return html.A([html.Span(className="lantern", **{"aria-hidden": "true"}), "Lantern"], href="/", className="brand", **{"data-path": "/"})


def _menu(menu: Sequence[tuple[str, str]]) -> html.Nav:
    return html.Nav([html.A(name, href=path, **{"data-path": path}) for name, path in menu], className="menu", **{"aria-label": "Pages"})


def _my_team(teams: Sequence[tuple[str, str]] | None) -> list[Component]:
    if teams is None:
        return [html.A("Choose my team", href="/teams", **{"data-path": "/teams"})]
    options = [{"value": NO_TEAM, "label": "My team: none"}, *({"value": team_id, "label": name} for team_id, name in teams)]
    return [html.Label("My team", htmlFor="my-team", className="sr-only"), dbc.Select(id="my-team", options=options, value=NO_TEAM)] if teams else []


def _theme() -> list[Component]:
    options = [{"value": value, "label": words} for value, words in THEMES]
    return [html.Label("Theme", htmlFor="theme", className="sr-only"), dbc.Select(id="theme", options=options, value="system")]


def crumb_trail(crumbs: Sequence[tuple[str, str | None]]) -> list[html.Nav]:
    """The way back, from the network down to here; nothing on a page of the menu."""
    if not crumbs:
        return []
    steps = [
        html.Li(html.A(words, href=address, **{"data-path": address.partition("?")[0]}) if address else html.Span(words, **{"aria-current": "page"}))
        for words, address in crumbs
    ]
    return [html.Nav(html.Ol(steps), className="crumbs", **{"aria-label": "Where this page stands"})]


def present_button() -> html.Button:
    """Shows the page's cards one at a time, full screen; the page's script does it."""
    return html.Button("Present", type="button", className="button present", title="Show the cards one at a time, full screen", **{"data-present": "true"})


def synthetic_banner(is_synthetic: bool) -> list[html.P]:
    """The line that made-up data wear on every page."""
    return [html.P("Synthetic demonstration data. No real team is shown.", className="synthetic")] if is_synthetic else []


def page_foot(parts: Sequence[Component | str]) -> html.Footer:
    """Data through, load, suppression, in one line."""
    return html.Footer([html.Span(part) for part in parts], className="foot")
