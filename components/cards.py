"""A card: the finding as its title, the chart, then the table, the file, the definition and the source."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc
from dash.development.base_component import Component

from components import html
from components.tables import Cell

# The page's script takes the reader's question and team along.
KEEPS = {"data-keep": "true"}
NO_CHARTS = (html.Table, html.Ul, html.Ol, html.Dl)
PICTURES = (("png", "Save as PNG"), ("svg", "Save as SVG"), ("copy", "Copy with its sentence"), ("link", "Copy a link to this card"))
# The page's script switches the rest off for every chart; this holds where the script does not run.
GRAPH_CONFIG = {"displayModeBar": False, "showSendToCloud": False, "plotlyServerURL": "", "displaylogo": False, "showTips": False}


def chart(chart_id: str | dict, figure: dict, *, said_by: str) -> html.Div:
    """A chart, named for a screen reader by the element with this id; its place is kept while it is drawn."""
    graph = dcc.Graph(id=chart_id, figure=figure, config=GRAPH_CONFIG, responsive=False)
    return html.Div(graph, role="img", className="chart", style={"--height": f"{figure['layout']['height']}px"}, **{"aria-labelledby": said_by})


def card_head(card_id: str, title: str, subtitle: str, *, summary: str = "") -> list[Component]:
    """Title with the card's own address, and subtitle; the card is labelled by the title, its chart by the summary."""
    said = [html.P(summary, id=f"{card_id}-said", className="sr-only")] if summary else []
    link = html.A("#", href=f"#{card_id}", className="anchor", **{"aria-label": "Link to this card"})
    return [html.H2(title, id=f"{card_id}-title", className="card-title"), html.P(subtitle, className="card-subtitle"), *said, link]


def card_foot(
    *,
    source: str,
    table: Component | None,
    csv_url: str | None,
    definition: Component | None = None,
    defined: str = "",
    method: str | None = "",
) -> list[Component]:
    """Source left; table, CSV, definition and method right.

    Takes    definition: what unfolds in place, or defined: the address of what is defined; method: a method's id, empty for all, None for no link.
    """
    parts: list[Component] = [html.Span(source, className="source")]
    if table is not None:
        parts.append(_unfolding("Table", table))
    if csv_url is not None:
        parts.append(html.A("CSV", href=csv_url, download=True))
    if definition is not None:
        parts.append(_unfolding("Definition", definition))
    if defined:
        parts.append(html.A("Definition", href=defined, **KEEPS))
    if method is not None:
        parts.append(html.A("Method", href=f"/methods#method-{method}" if method else "/methods", **KEEPS))
    return parts


def _unfolding(word: str, content: Component) -> html.Details:
    held = html.Div(content, className="unfolded", tabIndex=0, role="group", **{"aria-label": word})
    return html.Details([html.Summary(word), held])


def card(card_id: str, *, head: list[Component], body: Sequence[Component], foot: list[Component], span: str = "", has_grid: bool = False) -> html.Section:
    """The whole card; head, body and foot can be replaced one by one. A card with a chart can be taken along as a picture.

    Takes    has_grid: True where a grid of it, which is drawn without a chart, can be taken along too (class "drawn").
    """
    parts = [html.Div(head, id=f"{card_id}-head"), *body, _foot(card_id, foot, has_picture=has_grid or any(map(_has_chart, body)))]
    return html.Section(parts, id=card_id, className=f"card {span}".strip(), **{"aria-labelledby": f"{card_id}-title"})


def _foot(card_id: str, foot: list[Component], *, has_picture: bool) -> html.Div:
    if not has_picture:
        return html.Div(foot, id=f"{card_id}-foot", className="card-foot")
    return html.Div([html.Div(foot, id=f"{card_id}-foot", className="foot-parts"), picture_choice()], className="card-foot")


def _has_chart(part: object) -> bool:
    """True where a chart stands in it; tables and lists are passed over, which have many parts and no chart."""
    if isinstance(part, dcc.Graph):
        return True
    held = () if isinstance(part, NO_CHARTS) else getattr(part, "children", ())
    return any(map(_has_chart, held)) if isinstance(held, list | tuple) else isinstance(held, Component) and _has_chart(held)


def picture_choice() -> html.Details:
    """The ways to take the card's chart along; the page's script draws it, with all that says what it is."""
    ways = [html.Button(words, type="button", className="button", **{"data-picture": kind}) for kind, words in PICTURES]
    return _unfolding("Picture", html.Div([*ways, html.P(className="picture-said", **{"aria-live": "polite"})], className="picture-ways"))


def definition_list(pairs: Sequence[tuple[str, Cell]]) -> html.Dl:
    """Terms and their meanings."""
    parts = [part for term, meaning in pairs for part in (html.Dt(term), html.Dd(meaning))]
    return html.Dl(parts, className="definition")
