"""Whose page this is, in the bar: the demo's choice of eyes, or the person who is signed in."""

from __future__ import annotations

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash.development.base_component import Component

from components import html


def see_as(roles: Sequence[tuple[str, str]], chosen: str, *, token: str) -> html.Details:
    """Demo mode said plainly, and a form that shows the demo as another role sees it.

    Takes    roles: (role, words), chosen among them; token: the session's, which the form sends along.
    """
    options = [{"value": role, "label": words} for role, words in roles]
    select = [html.Label("See as", htmlFor="see-as"), dbc.Select(id="see-as", name="role", options=options, value=chosen)]
    note = html.P("Nobody signs in here. Choose whose view to see.")
    return _who(["Demo: ", html.B(dict(roles)[chosen])], [note, _form("/see-as", [*select, _button("Show")], token)])


def signed_in(name: str, links: Sequence[tuple[str, str]], *, token: str) -> html.Details:
    """Who is signed in, the way to what is theirs, and the way out. Takes links: (words, address)."""
    listed = html.Ul([html.Li(html.A(words, href=address)) for words, address in links])
    return _who([html.Span("Signed in: ", className="sr-only"), html.B(name)], [listed, _form("/sign-out", [_button("Sign out")], token)])


def _who(summary: list[Component | str], parts: list[Component]) -> html.Details:
    return html.Details([html.Summary(summary), html.Div(parts, className="who-more")], className="who")


def _form(action: str, parts: list[Component], token: str) -> html.Form:
    return html.Form([dbc.Input(type="hidden", name="csrf_token", value=token), *parts], action=action, method="post")


def _button(words: str) -> html.Button:
    return html.Button(words, type="submit", className="button")
