from __future__ import annotations

from dash import html

from components.notices import not_found, notices, trouble
from equity.errors import StoreLocked, UnknownValue
from tests.components.plain import same


def test_every_fault_is_a_notice_and_none_is_nothing():
    fault = UnknownValue(parameter="measure", asked=["bp2"], choices=["bp"], used="bp")
    expected = html.Div([html.B("A filter was not understood"), html.P(str(fault))], className="notice", role="status")
    assert same(notices([fault, fault]), [expected, expected])
    assert notices([]) == []


def test_trouble_says_what_happened_what_to_do_and_the_way_back():
    parts = [
        html.H1("We could not read the numbers just now", id="question", tabIndex=-1),
        html.P(["The store is busy or does not answer. Nothing is lost. Wait a moment and try again.", " Your filters are kept."]),
        html.P(html.A("Try again", href="/?measure=bp", className="button button-solid")),
    ]
    expected = html.Main(html.Div(html.Div(parts, className="notice trouble", role="alert"), className="wrap"), id="main")
    assert same(trouble(StoreLocked(), again="/?measure=bp"), expected)


def test_where_there_is_no_page_there_is_a_way_home():
    parts = [
        html.H1("There is no such page", id="question", className="question", tabIndex=-1),
        html.P("The link may be old or misspelled.", className="sentence"),
        html.P(html.A("Network", href="/")),
    ]
    assert same(not_found(), html.Main(html.Div(parts, className="wrap"), id="main"))
