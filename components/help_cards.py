"""The cards of the Help page: each kind of chart with a small drawing, the marks, and what to do with a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote

from components import html
from components.cards import KEEPS, card, card_foot, card_head, definition_list
from components.marks import verdict_line
from components.report_tables import blanks_list, listed_table
from equity.glossary import GLOSSARY
from equity.help_texts import Kind
from equity.verdicts import VERDICT_WORDS

TOURS = (("Tour of the Network page", "/#tour"), ("Find a team's page, which has its own", "/teams"))
SOURCE = "The same for every network."


def help_card(card_id: str, title: str, subtitle: str, body: Sequence[html.Div | html.Dl | html.Table | html.P]) -> html.Section:
    """One part of the page, as a card without a file."""
    return card(card_id, head=card_head(card_id, title, subtitle), body=body, foot=card_foot(source=SOURCE, table=None, csv_url=None, method=None))


def terms_card(card_id: str, title: str, subtitle: str, terms: Sequence[tuple[str, str]]) -> html.Section:
    """Short answers, each under its own words."""
    return help_card(card_id, title, subtitle, [definition_list(terms)])


def tour_links() -> html.P:
    """The tours, to be taken again; the reader's team goes along."""
    links = [html.A(words, href=address, **KEEPS) for words, address in TOURS]
    return html.P([links[0], " · ", links[1]], className="tour-links")


def kind_articles(kinds: Sequence[Kind], drawing: Callable[[str], str]) -> html.Div:
    """How each kind of chart is read, beside a drawing of it.

    Takes    drawing: the SVG of a kind's id.
    """
    return html.Div([_kind_article(kind, drawing(kind.kind_id)) for kind in kinds], className="kinds-of-chart")


def _kind_article(kind: Kind, svg: str) -> html.Article:
    cut = {"--shape": f'url("data:image/svg+xml,{quote(svg, safe=" =:/")}")'}
    drawn = html.Div(role="img", className="example mark", style=cut, **{"aria-label": f"Example. {kind.drawn}"})
    link = html.A(f"See one on {kind.page}", href=kind.address, **KEEPS)
    return html.Article([drawn, html.Div([html.H3(kind.name), html.P(kind.reads), html.P(link)])], id=f"chart-{kind.kind_id}")


def marks_parts() -> list[html.H3 | html.Dl]:
    """The five verdicts and the five blanks, each with its mark."""
    means = {word.word: word.means.removeprefix("verdict: ") for word in GLOSSARY}
    verdicts = [html.Div([html.Dt(verdict_line(word)), html.Dd(f"{means[words].capitalize()}.")]) for word, words in VERDICT_WORDS.items()]
    return [html.H3("Five verdicts"), html.Dl(verdicts, className="blanks"), html.H3("Five reasons for no number"), blanks_list()]


def keys_table(keys: Sequence[tuple[str, str]]) -> html.Table:
    """Each key and what it does."""
    return listed_table("Keys and what they do", ("Key", "What it does"), keys, wordy=(1,))
