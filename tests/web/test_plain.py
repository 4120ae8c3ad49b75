"""What no callback reaches is folded together, and nothing of it is lost."""

from __future__ import annotations

import orjson
import pytest
from dash import dcc, html
from dash.development.base_component import Component
from flask.testing import FlaskClient

from tests.asking import components, found, page_of
from web.plain import as_content, as_json, folded

TABLE = html.Table([html.Caption("Gap"), html.Tbody(html.Tr([html.Th("North"), html.Td("5.1")]))], id="table")


def sent(part: object) -> object:
    """As the browser gets it."""
    return orjson.loads(orjson.dumps(as_json(part)))


def plain(*parts: object) -> dict:
    return {"namespace": "lantern", "type": "Plain", "props": {"content": bare(list(parts))}}


def bare(part: object) -> object:
    """Elements by type and properties alone, as our own script takes them."""
    if isinstance(part, list):
        return [bare(one) for one in part]
    if not isinstance(part, Component):
        return part
    held = {name: getattr(part, name) for name in part.to_plotly_json()["props"]}
    return {"type": type(part).__name__, "props": {name: bare(value) for name, value in held.items()}}


def inside(part: object) -> object:
    """What stands in this part, as the browser gets it."""
    return sent(part)["props"]["children"]


def test_a_tree_without_anything_live_becomes_one_component() -> None:
    assert sent(folded(TABLE, ())) == plain(TABLE)


def test_what_a_callback_writes_stays_and_its_content_is_folded() -> None:
    head, foot = html.H2("Title"), html.P("Source")
    page = folded(html.Section([html.Div([head, foot], id="head")]), {"head"})
    assert page.children[0].id == "head"
    assert inside(page.children[0]) == [plain(head, foot)]


def test_a_place_is_drawn_with_its_content_as_one_element() -> None:
    head = html.Div([html.H2("Title"), " ", "of it"], id="head", className="card-head")
    page = sent(folded(html.Section([head, dcc.Graph(id="chart")]), {"head"}, {"head"}))
    properties = {"id": "head", "className": "card-head", "tag": "Div", "content": bare(head.children)}
    assert page["props"]["children"][0] == {"namespace": "lantern", "type": "Place", "props": properties}


def test_a_place_of_one_id_for_many_is_known_by_its_type() -> None:
    page = folded(html.Div(html.Div("closing", id={"type": "head", "team": "north"})), (), {"head"})
    assert sent(page)["props"]["children"][0]["props"] == {"id": {"type": "head", "team": "north"}, "tag": "Div", "content": "closing"}


def test_a_place_without_content_is_drawn_empty() -> None:
    assert sent(folded(html.Div(id="notes"), {"notes"}, {"notes"}))["props"] == {"id": "notes", "tag": "Div", "content": None}


@pytest.mark.parametrize("live", [dcc.Graph(id="chart"), html.Div(id="head"), html.P(html.B("x", id={"type": "team", "team": "north"}))])
def test_what_a_callback_reaches_cannot_stand_in_a_place(live: object) -> None:
    with pytest.raises(TypeError) as refused:
        as_content([html.P("before"), html.Div(live)], {"head"})
    assert "cannot stand in a place whose content is written as a whole" in str(refused.value.__cause__)
    with pytest.raises(TypeError):
        folded(html.Div(html.Div(live), id="body"), {"body", "head"}, {"body"})


def test_content_is_sent_as_it_is() -> None:
    said = [html.B("Closing."), " ", TABLE]
    assert sent(as_content(said, {"head"})) == bare(said)
    assert [sent(as_content(one, ())) for one in ("Closing.", None, [])] == ["Closing.", None, []]


def test_neighbours_on_both_sides_of_a_chart_become_one_component_each() -> None:
    before, also, after = html.H2("Title"), html.P("Subtitle"), html.P("Source")
    graph = dcc.Graph(id="chart")
    assert inside(folded(html.Div([before, also, graph, after]), ())) == [plain(before, also), sent(graph), plain(after)]


def test_a_table_is_taken_whole_without_looking_into_it() -> None:
    table = html.Table(html.Tbody(html.Tr(html.Td("5.1", id="head"))))
    assert sent(folded(table, {"head"})) == plain(table)


def test_one_id_for_many_components_always_stays() -> None:
    page = folded(html.Div(html.Div("closing", id={"type": "head", "team": "north"})), ())
    assert page.children[0].id == {"type": "head", "team": "north"}


def test_an_output_that_is_a_list_stays_one_and_text_stays_text() -> None:
    bold = html.B("Closing.")
    assert sent(folded([bold, " ", "The gap fell."], ())) == [plain(bold, " ", "The gap fell.")]
    assert folded([], ()) == []
    assert folded(["Nothing yet."], ()) == ["Nothing yet."]


def test_what_is_no_component_is_left_as_it_is() -> None:
    figure = {"data": [], "layout": {"title": "Gap"}}
    options = [{"value": "a", "label": "A"}]
    assert (folded(figure, ()), folded(options, ()), folded("grid", ()), folded(None, ())) == (figure, options, "grid", None)


def test_a_page_has_few_components_that_dash_watches(client: FlaskClient) -> None:
    page = page_of(client)
    assert watched(page) < 8 * len(found(page, role="img")) < len(list(components(page)))


def watched(part: object) -> int:
    """Components that Dash itself draws."""
    parts = part if isinstance(part, list) else [part]
    return sum(1 + watched(one["props"].get("children")) for one in parts if isinstance(one, dict))
