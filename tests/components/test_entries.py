"""Entries that an address can name."""

from __future__ import annotations

from dash import html

from components.entries import Entry, WordEntry, entry_article, kinds_list, levels_of, lines_list, linked_entries, part_contents, with_commas, word_list
from tests.components.plain import every, same, text

SHORT = Entry("practice-listen", "Listening", [], [], more=[html.P("Ask first.")])
WHOLE = Entry("measure-bp", "Blood pressure", ["In short: bp."], [("Unit", "%")], [("Network", "/?measure=bp")], [("Version", "1")])


def test_an_entry_has_a_name_an_address_of_its_own_and_its_terms_in_two_columns():
    article = entry_article(WHOLE)
    assert (article.id, article.className) == ("measure-bp", "method entry")
    assert [text(one) for one in every(article, "H3")] == ["Blood pressure"]
    assert [(text(link), link.href) for link in every(article, "A")] == [("Network", "/?measure=bp"), ("#", "#measure-bp")]
    assert [text(one) for one in every(article, "Dl")] == ["Unit%", "Version1"]
    assert [one.className for one in every(article, "Div") if getattr(one, "className", "") == "entry-two"] == ["entry-two"]


def test_an_entry_without_terms_or_links_has_what_else_there_is():
    article = entry_article(SHORT)
    assert every(article, "Dl") == []
    assert text(article) == "Listening#Ask first."


def test_the_link_to_an_entry_is_named():
    (link,) = every(entry_article(SHORT), "A")
    assert getattr(link, "aria-label") == "Link to Listening"


def test_names_have_commas_between():
    assert with_commas(["a", "b", "c"]) == ["a", ", ", "b", ", ", "c"]
    assert text(linked_entries([("A", "#a"), ("B", "/x#b")])) == "A, B"
    assert [link.href for link in every(linked_entries([("A", "#a"), ("B", "/x#b")]), "A")] == ["#a", "/x#b"]


def test_lines_stand_under_each_other():
    assert same(lines_list(["one", "two"]), html.Ul([html.Li("one"), html.Li("two")]))


def test_contents_lead_to_every_part_and_entry():
    nav = part_contents([("Outcomes", "measures-outcome", [("Blood pressure", "measure-bp")]), ("Glossary", "measures-words", [])])
    assert [(text(link), link.href) for link in every(nav, "A")] == [
        ("Outcomes", "#measures-outcome"),
        ("Blood pressure", "#measure-bp"),
        ("Glossary", "#measures-words"),
    ]
    # A list without entries would be read out as an empty one.
    assert len(every(nav, "Ul")) == 1


def test_a_domain_has_its_levels_and_its_items_where_it_has_some():
    assert text(levels_of("Leading", [("1 Begun", "A start is made.")])) == "Leading1 BegunA start is made."
    assert text(levels_of("Data", [], ["split", "used"])).startswith("DataIts items: split; used.")


def test_a_word_says_where_it_is_met():
    shown = word_list([WordEntry("word-gap", "gap", "how far apart", [("Network", "/"), ("a team's page", "")])])
    assert text(shown) == "gaphow far apart. Where: Network, a team's page."
    assert [(link.href, link.to_plotly_json()["props"]["data-keep"]) for link in every(shown, "A")] == [("/", "true")]
    assert [part.id for part in every(shown, "Div")] == ["word-gap"]


def test_kinds_of_team_are_counted_or_said_to_be_missing():
    assert text(kinds_list("Settings", [("Rural", "one team")])) == "SettingsRuralone team"
    assert text(kinds_list("Settings", [])) == "SettingsNot given."
