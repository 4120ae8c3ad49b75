"""Teams x domains: the level in every cell, how far it moved, and whether the move has evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import html
from components.marks import mark
from equity.blanks import NOT_REPORTED
from equity.numbers import plural
from equity.team_maturity import TeamDomain, TeamMaturity

SHADES = 5
# Between these places of the ramp neither dark nor light text is legible (place 0 is the lightest shade).
HARD_FROM, HARD_TO = 2.15, 2.85
MOST_TRIANGLES = 3


@dataclass(frozen=True, slots=True)
class HeatColumn:
    """One domain: its short name, and the whole one."""

    short: str
    name: str


def heat_table(teams: Sequence[TeamMaturity], columns: Sequence[HeatColumn], levels: Sequence[int], *, mine: str, caption: str) -> html.Table:
    """The whole map. Takes levels: the framework's numbers, rising; mine: id of the reader's own team, empty for none."""
    heads = [html.Th(column.short, scope="col", title=column.name) for column in columns]
    rows = [heat_row(team, levels, is_mine=bool(mine) and team.team_id == mine) for team in teams]
    head = html.Thead(html.Tr([html.Th("Team", scope="col"), *heads]))
    return html.Table([html.Caption(caption, className="sr-only"), head, html.Tbody(rows)], className="heat drawn")


def heat_row(team: TeamMaturity, levels: Sequence[int], *, is_mine: bool) -> html.Tr:
    """One team: a cell for every domain."""
    name = [team.name, html.Span(" (my team)", className="sr-only")] if is_mine else team.name
    cells = [html.Th(name, scope="row"), *(heat_cell(domain, levels) for domain in team.domains)]
    return html.Tr(cells, className="mine" if is_mine else None)


def heat_cell(domain: TeamDomain, levels: Sequence[int]) -> html.Td:
    """Numeral, triangles, and the same in words."""
    if domain.now is None:
        return html.Td(html.Span([mark(NOT_REPORTED), "not scored"], className="blank"))
    said = html.Span(move_words(domain), className="sr-only")
    moved = [html.I(className=triangle(domain)) for _ in range(min(abs(domain.move), MOST_TRIANGLES))]
    arrows = [html.Span(moved, className="moves", **{"aria-hidden": "true"})] if moved else []
    return html.Td(html.Span([html.B(domain.now), *arrows, said], **shade(domain.now, levels)))


def words_table(teams: Sequence[TeamMaturity], columns: Sequence[HeatColumn], *, caption: str) -> html.Table:
    """The same in words; its heads sort nothing, since teams in the order of their levels would be a league table."""
    head = html.Tr([html.Th(name, scope="col") for name in ("Team", *(column.name for column in columns))])
    rows = [html.Tr([html.Th(team.name, scope="row"), *(html.Td(cell_words(domain)) for domain in team.domains)]) for team in teams]
    return html.Table([html.Caption(caption), html.Thead(head), html.Tbody(rows)], className="data")


def cell_words(domain: TeamDomain) -> str:
    """3, up one level."""
    return "not scored" if domain.now is None else f"{domain.now}{move_words(domain)}"


def triangle(domain: TeamDomain) -> str:
    """Filled up, hollow up without evidence, down."""
    return "down" if domain.move < 0 else "up-hollow" if domain.unsupported else "up"


def move_words(domain: TeamDomain) -> str:
    """, up two levels, no evidence on file."""
    if not domain.move:
        return ", as at the start" if domain.then is not None else ""
    way = "up" if domain.move > 0 else "down"
    return f", {way} {plural(abs(domain.move), 'level')}{', no evidence on file' if domain.unsupported else ''}"


def shade(level: int, levels: Sequence[int]) -> dict[str, object]:
    """Class and style of a level's cell: its place on the ramp of five shades, whatever the number of levels."""
    place = ramp_place(level, levels)
    low = min(int(place), SHADES - 2)
    style = {"--shade": f"color-mix(in srgb, var(--level-{low + 2}) {100 * (place - low):.0f}%, var(--level-{low + 1}))"}
    return {"className": "level level-deep" if place > (HARD_FROM + HARD_TO) / 2 else "level", "style": style}


def ramp_place(level: int, levels: Sequence[int]) -> float:
    """0 for the first level to 4 for the last, moved off the stretch where no text is legible."""
    at = levels.index(level) if level in levels else sum(one < level for one in levels)
    place = (SHADES - 1) * min(at, len(levels) - 1) / max(len(levels) - 1, 1)
    if HARD_FROM < place < HARD_TO:
        return HARD_FROM if place < (HARD_FROM + HARD_TO) / 2 else HARD_TO
    return place


def heat_key(levels: Sequence[tuple[int, str]]) -> html.Div:
    """What shades and triangles mean. Takes (number, word) of each level."""
    numbers = [level for level, _ in levels]
    shades = [html.Span([html.B(level, **shade(level, numbers)), word]) for level, word in levels]
    signs = (("up", "up one level"), ("up-hollow", "up, no evidence on file"), ("down", "down one level"))
    moves = [html.Span([html.Span(html.I(className=kind), className="moves"), words]) for kind, words in signs]
    return html.Div([*shades, *moves], className="key heat-key")
