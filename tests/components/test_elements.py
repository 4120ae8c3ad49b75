from __future__ import annotations

from dash import html

from components.elements import element
from tests.components.plain import same


def test_an_element_is_what_dash_would_have_made():
    assert same(element(html.Td, "5.1", className="amount", title="Gap"), html.Td("5.1", className="amount", title="Gap"))
    assert same(element(html.Span, [element(html.B, "closing")], **{"aria-hidden": "true"}), html.Span([html.B("closing")], **{"aria-hidden": "true"}))


def test_two_elements_share_nothing():
    first, second = element(html.Td, "1"), element(html.Td, "2", className="amount")
    assert (first.children, second.children, hasattr(first, "className")) == ("1", "2", False)
