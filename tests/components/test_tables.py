from __future__ import annotations

from dash import html

from components.marks import blank_cell
from components.tables import data_table, noted_head, with_notes
from tests.components.plain import same


def head(words, amount):
    return html.Th(html.Button(words, className="sort link", type="button"), scope="col", className=amount)


def test_a_table_has_caption_sortable_head_named_rows_and_numbers_right():
    expected = html.Table(
        [
            html.Caption("Rates"),
            html.Thead(html.Tr([head("Group", None), head("Rate", "amount"), head("State", None)])),
            html.Tbody([html.Tr([html.Th("Black", scope="row"), html.Td("52%", className="amount"), html.Td(blank_cell("hidden"))])]),
        ],
        className="data",
    )
    assert same(data_table("Rates", ("Group", "Rate", "State"), [["Black", "52%", blank_cell("hidden")]], amounts=(1,)), expected)


def test_a_table_without_rows_keeps_its_head():
    expected = html.Table([html.Caption("Rates"), html.Thead(html.Tr([head("Group", None)])), html.Tbody([])], className="data")
    assert same(data_table("Rates", ("Group",), []), expected)


def test_a_column_for_notes_is_there_where_a_row_has_any():
    assert noted_head(("Group",), {1: "a"}) == ("Group", "Notes")
    assert with_notes([["Black"], ["White"]], {1: "a, b"}) == [["Black", "none"], ["White", "a, b"]]
    assert (noted_head(("Group",), {}), with_notes([["Black"]], {})) == (("Group",), [["Black"]])
