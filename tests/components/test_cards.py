from __future__ import annotations

import pytest
from dash import dcc, html

from components.cards import GRAPH_CONFIG, PICTURES, card, card_foot, card_head, chart, definition_list, picture_choice
from figures.theme import empty_figure
from tests.components.plain import every, same, text

FIGURE = empty_figure("Nothing.", height=124)


def unfolding(word, content):
    return html.Details([html.Summary(word), html.Div(content, className="unfolded", tabIndex=0, role="group", **{"aria-label": word})])


@pytest.mark.parametrize("chart_id", ["gap", {"type": "panel", "team": "a"}])
def test_a_chart_is_named_by_words_and_keeps_its_place(chart_id):
    graph = dcc.Graph(id=chart_id, figure=FIGURE, config=GRAPH_CONFIG, responsive=False)
    expected = html.Div(graph, role="img", className="chart", style={"--height": "124px"}, **{"aria-labelledby": "gap-said"})
    assert same(chart(chart_id, FIGURE, said_by="gap-said"), expected)


def test_a_chart_sends_nothing_anywhere():
    assert GRAPH_CONFIG["showSendToCloud"] is False
    assert GRAPH_CONFIG["plotlyServerURL"] == ""


def test_a_head_has_title_subtitle_and_what_the_chart_says():
    title, subtitle = html.H2("Closing", id="gap-title", className="card-title"), html.P("Ten teams.", className="card-subtitle")
    link = html.A("#", href="#gap", className="anchor", **{"aria-label": "Link to this card"})
    assert same(card_head("gap", "Closing", "Ten teams."), [title, subtitle, link])
    said = html.P("The gap fell.", id="gap-said", className="sr-only")
    assert same(card_head("gap", "Closing", "Ten teams.", summary="The gap fell."), [title, subtitle, said, link])


def test_a_foot_has_its_source_alone_where_there_is_nothing_more():
    assert same(card_foot(source="Team reports.", table=None, csv_url=None, method=None), [html.Span("Team reports.", className="source")])


@pytest.mark.parametrize(("method", "address"), [("", "/methods"), ("funnel", "/methods#method-funnel")])
def test_a_foot_leads_to_how_its_numbers_are_made_and_what_they_mean(method, address):
    foot = card_foot(source="Team reports.", table=None, csv_url=None, defined="/measures#measure-bp", method=method)
    keeps = {"data-keep": "true"}
    assert same(foot[1:], [html.A("Definition", href="/measures#measure-bp", **keeps), html.A("Method", href=address, **keeps)])


def test_a_foot_unfolds_table_and_definition_and_offers_the_file():
    table, definition = html.Table([]), html.Dl([])
    expected = [
        html.Span("Team reports.", className="source"),
        unfolding("Table", table),
        html.A("CSV", href="/csv/gap", download=True),
        unfolding("Definition", definition),
    ]
    assert same(card_foot(source="Team reports.", table=table, csv_url="/csv/gap", definition=definition, method=None), expected)


@pytest.mark.parametrize(("span", "classes"), [("", "card"), ("span-7", "card span-7")])
def test_a_card_is_labelled_by_its_title(span, classes):
    expected = html.Section(
        [html.Div(["head"], id="gap-head"), "chart", html.Div(["foot"], id="gap-foot", className="card-foot")],
        id="gap",
        className=classes,
        **{"aria-labelledby": "gap-title"},
    )
    assert same(card("gap", head=["head"], body=["chart"], foot=["foot"], span=span), expected)


@pytest.mark.parametrize("around", [lambda part: part, html.Div, lambda part: html.Div([html.P("words"), html.Div([part])])])
def test_a_card_with_a_chart_can_be_taken_along_as_a_picture_whatever_its_foot_says_later(around):
    body = around(chart("gap-chart", FIGURE, said_by="gap-said"))
    foot = card("gap", head=[], body=[body], foot=["source"]).children[-1]
    expected = html.Div([html.Div(["source"], id="gap-foot", className="foot-parts"), picture_choice()], className="card-foot")
    assert same(foot, expected)


def test_a_card_with_a_grid_can_be_taken_along_too():
    foot = card("gap", head=[], body=[html.Table(className="grid drawn")], foot=["source"], has_grid=True).children[-1]
    assert same(foot, html.Div([html.Div(["source"], id="gap-foot", className="foot-parts"), picture_choice()], className="card-foot"))


@pytest.mark.parametrize("body", [html.Table(html.Tr(html.Td("1"))), html.Ul(["words"]), html.Div([html.P("words")]), "words"])
def test_a_card_without_a_chart_offers_no_picture(body):
    assert text(card("gap", head=[], body=[body], foot=["source"]).children[-1]) == "source"


def test_a_picture_is_saved_in_two_forms_copied_or_linked_to_and_what_came_of_it_is_said():
    choice = picture_choice()
    buttons = every(choice, "Button")
    assert [(text(button), button.to_plotly_json()["props"]["data-picture"]) for button in buttons] == [(words, kind) for kind, words in PICTURES]
    assert [part.to_plotly_json()["props"]["aria-live"] for part in every(choice, "P")] == ["polite"]


def test_terms_stand_before_their_meanings():
    expected = html.Dl([html.Dt("Unit"), html.Dd("%"), html.Dt("Version"), html.Dd("1")], className="definition")
    assert same(definition_list([("Unit", "%"), ("Version", "1")]), expected)
    assert text(definition_list([])) == ""
