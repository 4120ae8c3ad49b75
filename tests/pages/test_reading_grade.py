"""Plain words: what readers meet is at grade 8 or below, with each name as one plain word (tests/reading.py has the rule)."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from data_access.catalogue import catalogue
from data_access.teams import teams_page
from data_access.viewer import LEAD, Viewer
from equity.glossary import GLOSSARY
from equity.selection import REFERENCE_WORDS, comparable_measures, divisions
from tests.asking import page_of
from tests.reading import blocks_of, hard, html_templates, templates

TEAM = "hazelmoor"
PAGES = ("/", "/teams", f"/teams/{TEAM}", "/compare", "/maturity", "/practices", "/review", "/data", "/measures", "/methods", "/help")
BAD_DAYS = ("/nowhere", "/teams/nobody")


@pytest.mark.parametrize("room", ["equity", "components", "figures", "data_access", "pages", "web"])
def test_every_sentence_that_the_code_can_fill_in_is_plain(room: str) -> None:
    said = list(templates(room))
    assert len(said) > 60
    assert hard(said) == {}


def test_every_page_that_is_html_is_plain() -> None:
    said = list(html_templates())
    assert len(said) > 60
    assert hard(said) == {}


def test_every_entry_of_the_glossary_is_plain() -> None:
    assert hard(f"It is {word.means}." for word in GLOSSARY) == {}


@pytest.mark.parametrize("search", [f"?team={TEAM}", "?measure=nonsense"])
@pytest.mark.parametrize("path", [*PAGES, *BAD_DAYS])
def test_every_sentence_of_every_page_is_plain(client: FlaskClient, path: str, search: str) -> None:
    said = blocks_of(page_of(client, search, path))
    assert len(said) > 1
    assert hard(said) == {}


def answer(page: str, *asked: object) -> object:
    """What this page computes; a page can be imported only once the app is there."""
    return sys.modules[f"pages._{page}_answer"].answer_to(Viewer(LEAD), *asked)


def network_sentences() -> Iterator[str]:
    """The network's sentence for every measure, division and way to compare."""
    found = catalogue(Viewer(LEAD))
    for measure in comparable_measures(found):
        for stratifier in divisions(found, measure):
            for reference in REFERENCE_WORDS:
                query = {"measure": measure.measure_id, "stratifier": stratifier.stratifier_id, "reference": reference}
                yield answer("network", query).sentence.text


def team_sentences() -> Iterator[str]:
    """The sentence of every team on every measure."""
    measures = comparable_measures(catalogue(Viewer(LEAD)))
    for team in teams_page(Viewer(LEAD), size=60).teams:
        yield from (answer("team", {"measure": measure.measure_id}, team).sentence.text for measure in measures)


def test_every_headline_of_the_network_is_plain(client: FlaskClient) -> None:
    said = list(network_sentences())
    assert len(set(said)) > 30
    assert hard(said) == {}


def test_every_teams_headline_is_plain_whatever_its_verdict(client: FlaskClient) -> None:
    said = list(team_sentences())
    assert len(set(said)) > 60
    assert hard(said) == {}
