from __future__ import annotations

import json

import dash_bootstrap_components as dbc
from dash import dcc, html

from components.selectors import opener
from components.shell import THEMES, crumb_trail, page_foot, present_button, shell, synthetic_banner
from figures.theme import PALETTES
from tests.components.plain import every, same, text


def test_every_page_has_skip_link_bar_query_and_palette():
    menu = html.Nav([html.A("Network", href="/", **{"data-path": "/"})], className="menu", **{"aria-label": "Pages"})
    brand = html.A([html.Span(className="lantern", **{"aria-hidden": "true"}), "Lantern"], href="/", className="brand", **{"data-path": "/"})
    options = [{"value": value, "label": words} for value, words in THEMES]
    theme = html.Div([html.Label("Theme", htmlFor="theme", className="sr-only"), dbc.Select(id="theme", options=options, value="system")], className="bar-end")
    more = html.Div([menu, theme], id="bar-more", className="bar-more")
    expected = html.Div(
        [
            html.A("Skip to the page", href="#main", className="skip"),
            html.Header(html.Div([brand, opener("Menu", opens="bar-more"), more], className="wrap"), className="bar"),
            html.Main(id="main"),
            dcc.Store(id="query"),
            html.Div(id="palette", hidden=True, **{"data-palette": json.dumps(PALETTES)}),
        ]
    )
    assert same(shell(html.Main(id="main"), menu=[("Network", "/")], palette=PALETTES), expected)


def bar_of(teams):
    return shell(html.Main(id="main"), menu=[], palette=PALETTES, teams=teams)


def test_the_own_team_is_chosen_among_all_by_name_or_is_none():
    (select,) = [part for part in every(bar_of([("ash", "Ash Clinic"), ("birch", "Birch")]), "Select") if part.id == "my-team"]
    assert select.options == [{"value": "none", "label": "My team: none"}, {"value": "ash", "label": "Ash Clinic"}, {"value": "birch", "label": "Birch"}]
    assert select.value == "none"


def test_too_many_teams_for_a_list_are_found_in_their_directory():
    frame = bar_of(None)
    assert [part.id for part in every(frame, "Select")] == ["theme"]
    assert [(text(link), link.href) for link in every(frame, "A") if text(link) == "Choose my team"] == [("Choose my team", "/teams")]


def test_a_page_below_others_says_where_it_stands():
    (trail,) = crumb_trail([("Network", "/"), ("Teams", "/teams"), ("Ash Clinic", None)])
    assert [(text(link), link.href) for link in every(trail, "A")] == [("Network", "/"), ("Teams", "/teams")]
    assert text(every(trail, "Li")[-1]) == "Ash Clinic"
    assert crumb_trail([]) == []


def test_the_palette_is_read_back_by_the_script_as_it_is():
    (holder,) = [part for part in every(shell(html.Main(), menu=[], palette=PALETTES), "Div") if getattr(part, "id", None) == "palette"]
    assert json.loads(holder.to_plotly_json()["props"]["data-palette"]) == PALETTES


def test_made_up_data_say_so_and_real_data_do_not():
    words = "Synthetic demonstration data. No real team is shown."
    assert same(synthetic_banner(True), [html.P(words, className="synthetic")])
    assert synthetic_banner(False) == []


def test_the_foot_has_each_part_by_itself():
    assert same(page_foot(["Data through.", "Hidden."]), html.Footer([html.Span("Data through."), html.Span("Hidden.")], className="foot"))


def test_a_page_is_presented_by_a_button_that_the_script_knows():
    button = present_button().to_plotly_json()["props"]
    assert (button["children"], button["type"], button["data-present"]) == ("Present", "button", "true")
    assert "one at a time" in button["title"]
