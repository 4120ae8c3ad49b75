"""Teams by level: the card of the chosen framework, and of the one that stands beside it."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head
from components.definition_card import framework_url
from components.maturity_levels import SQUARES, LevelRow, level_counts, levels_key, levels_table
from equity.listing import Listing, Value
from equity.maturity_profile import DomainProfile
from equity.network_moves import DomainMoves
from equity.numbers import plural
from equity.sentences.maturity_page import levels_title, month_words
from pages._frame import csv_url
from pages._maturity_answer import Answer, Scored

LEVELS, BESIDE = "maturity-levels", "maturity-beside"


def levels_cards(answer: Answer) -> list[html.Section]:
    """One card, or two beside each other where teams were scored on more than one framework."""
    other = answer.beside or answer.shown
    span = "span-6" if answer.beside else ""
    return [
        card(
            LEVELS,
            head=levels_head(LEVELS, answer.shown),
            body=[html.Div(levels_body(answer, answer.shown), id=f"{LEVELS}-body")],
            foot=levels_foot(answer, answer.shown),
            span=span,
            has_grid=True,
        ),
        card(
            BESIDE,
            head=levels_head(BESIDE, other),
            body=[html.Div(levels_body(answer, other), id=f"{BESIDE}-body")],
            foot=levels_foot(answer, other),
            span="span-6" if answer.beside else "gone",
            has_grid=True,
        ),
    ]


def levels_head(card_id: str, scored: Scored) -> list[Component]:
    profile = scored.profile
    now, then = month_words(profile.latest_on), month_words(profile.first_on)
    read = f"Filled, above the line: {now}. Small hollow, below: {then}." if scored.moves.again else f"Filled: {now}."
    drawn = "One square is one team." if profile.teams <= SQUARES else "Bars count teams."
    subtitle = f"{drawn} {read}" if profile.teams else "Teams by level, once they have been scored."
    return card_head(card_id, levels_title(profile, scored.framework.name), subtitle)


def levels_body(answer: Answer, scored: Scored) -> list[Component]:
    framework, profile = scored.framework, scored.profile
    if not profile.teams:
        return []
    columns = [(str(level), framework.label(level)) for level in profile.levels]
    own = own_levels(answer, scored)
    rows = [LevelRow(domain.label, domain.counts_then, domain.counts_now, own.get(domain.domain_id), domain.withheld) for domain in profile.domains]
    table = level_counts(columns, rows, caption=f"{framework.name}: teams on each level, now and at the start", compact=len(columns) > 6)
    return [html.Div(table, className="levels-place"), levels_key(answer.team.name if own else None, has_start=scored.moves.again > 0)]


def own_levels(answer: Answer, scored: Scored) -> dict[str, int]:
    """Place of the reader's own team's level now, by domain of the chosen framework."""
    if answer.team is None or scored is not answer.shown:
        return {}
    levels = scored.profile.levels
    return {domain.domain_id: levels.index(domain.now) for domain in answer.team.domains if domain.now in levels}


def levels_foot(answer: Answer, scored: Scored) -> list[Component]:
    framework, profile = scored.framework, scored.profile
    source = f"{framework.name}, version {framework.version}. {plural(scored.moves.scored, 'team')} scored. Teams are not named in counts."
    asked = answer.asked.but(selection=answer.asked.selection.but(framework=framework.key))
    return card_foot(
        source=source.replace("no teams scored", "No team scored"),
        table=numbers_table(scored) if profile.teams else None,
        csv_url=csv_url("maturity", "levels", asked),
        defined=framework_url(framework.key),
        method="maturity",
    )


def numbers_table(scored: Scored) -> html.Table:
    profile = scored.profile
    counts = [f"Level {level} {when}" for level in profile.levels for when in ("then", "now")]
    head = ("Domain", "Middle team then", "Middle team now", "Teams up", "Teams same", "Teams down", "Up, no evidence", *counts)
    rows = [number_row(domain, moves) for domain, moves in zip(profile.domains, scored.moves.domains, strict=True)]
    return levels_table(
        head, rows, caption=f"{scored.framework.name}, version {scored.framework.version}: teams on each level, and teams that moved since the start"
    )


def number_row(domain: DomainProfile, moves: DomainMoves) -> list[str]:
    if domain.withheld:
        return [domain.label, *["hidden"] * (6 + 2 * len(domain.counts_now))]
    middle = ["not scored" if level is None else str(level) for level in (domain.then, domain.now)]
    moved = ["hidden"] * 4 if moves.withheld else [str(count) for count in (moves.up, moves.same, moves.down, moves.unsupported)]
    counts = [str(count) for pair in zip(domain.counts_then, domain.counts_now, strict=True) for count in pair]
    return [domain.label, *middle, *moved, *counts]


HEAD = ("framework_id", "framework", "version", "domain_id", "domain", "level", "label", "wording", "teams_then", "teams_now", "blank")


def levels_listing(answer: Answer) -> Listing:
    """A row a domain and level: its words, and the teams on it."""
    framework, profile = answer.framework, answer.shown.profile
    rows = [level_row(answer, domain, place, level) for domain in profile.domains for place, level in enumerate(profile.levels)]
    return Listing(HEAD, tuple((framework.framework_id, framework.name, framework.version, *row) for row in rows))


def level_row(answer: Answer, domain: DomainProfile, place: int, level: int) -> tuple[Value, ...]:
    words = answer.framework.wording(domain.domain_id, level)
    counts = (None, None, "hidden") if domain.withheld else (domain.counts_then[place], domain.counts_now[place], "")
    return domain.domain_id, domain.label, level, words.label if words else "", words.wording if words else "", *counts
