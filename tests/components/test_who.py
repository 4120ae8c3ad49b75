from __future__ import annotations

import dash_bootstrap_components as dbc
from dash import html

from components.who import see_as, signed_in
from tests.components.plain import same

TOKEN = dbc.Input(type="hidden", name="csrf_token", value="t0")


def test_the_demo_says_whose_view_it_is_and_offers_the_others():
    options = [{"value": "network_lead", "label": "Network lead"}, {"value": "funder", "label": "Funder"}]
    select = [html.Label("See as", htmlFor="see-as"), dbc.Select(id="see-as", name="role", options=options, value="funder")]
    form = html.Form([TOKEN, *select, html.Button("Show", type="submit", className="button")], action="/see-as", method="post")
    more = html.Div([html.P("Nobody signs in here. Choose whose view to see."), form], className="who-more")
    expected = html.Details([html.Summary(["Demo: ", html.B("Funder")]), more], className="who")
    assert same(see_as([("network_lead", "Network lead"), ("funder", "Funder")], "funder", token="t0"), expected)


def test_who_is_signed_in_finds_their_account_and_the_way_out():
    out = html.Form([TOKEN, html.Button("Sign out", type="submit", className="button")], action="/sign-out", method="post")
    more = html.Div([html.Ul([html.Li(html.A("Your account", href="/account"))]), out], className="who-more")
    expected = html.Details([html.Summary([html.Span("Signed in: ", className="sr-only"), html.B("Pat")]), more], className="who")
    assert same(signed_in("Pat", [("Your account", "/account")], token="t0"), expected)
