"""An element of ours is what Dash would have made, also to Dash, and is refused what Dash would refuse."""

from __future__ import annotations

import dash
import pytest
from dash.development.base_component import ComponentRegistry

from components import html
from tests.components.plain import same


@pytest.mark.parametrize("name", dash.html.__all__)
def test_every_element_is_what_dash_would_have_made(name):
    ours, theirs = getattr(html, name), getattr(dash.html, name)
    asked = {"id": "one", "className": "amount", "title": "Gap", "aria-hidden": "true"}
    assert same(ours(["closing", ours("5.1")], **asked), theirs(["closing", theirs("5.1")], **asked))
    assert same(ours(), theirs())
    assert isinstance(ours(), theirs)
    assert ours().available_properties == theirs().available_properties


def test_two_elements_share_nothing():
    first, second = html.Td("1"), html.Td("2", className="amount")
    assert (first.children, second.children, hasattr(first, "className")) == ("1", "2", False)


def test_nothing_and_zero_can_be_held():
    assert (html.B(0).children, html.P("").children, html.P(children="said").children) == (0, "", "said")


def test_a_property_that_there_is_not_is_refused():
    with pytest.raises(TypeError, match="unexpected keyword argument: `clasName`"):
        html.Td("1", clasName="amount")


def test_dash_still_finds_the_elements_where_its_own_are():
    assert ComponentRegistry.namespace_to_package["dash_html_components"] == "dash"
    assert "components" not in ComponentRegistry.registry
