"""What every level says, by a click or the keyboard, with where the teams stand; and the raters' key and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import html
from components.tables import data_table


@dataclass(frozen=True, slots=True)
class LevelWords:
    """One level of one domain: its number, its word, what it says, and who stands on it (empty for nobody)."""

    level: int
    label: str
    wording: str
    here: str = ""


def rubric(domains: Sequence[tuple[str, Sequence[LevelWords]]]) -> html.Details:
    """The wording of every level: a part for each domain that opens by itself."""
    parts = [html.Details([html.Summary(name), html.Dl([one for level in levels for one in level_entry(level)])]) for name, levels in domains]
    return html.Details([html.Summary("Wording of every level", className="rubric-open"), *parts], className="rubric")


def level_entry(level: LevelWords) -> list:
    """Number and word, then what it says."""
    here = [html.Span(level.here, className="rubric-here")] if level.here else []
    name = f" {level.label}" if level.label else ""
    return [html.Dt([html.B(level.level), name, *here]), html.Dd(level.wording or "There are no words for this level.")]


def next_step(title: str, wording: str) -> html.P:
    """What the next level asks for, quoted."""
    return html.P([html.B(title), f" “{wording}”"], className="next-step")


def raters_key() -> html.Div:
    """What the marks of the raters' chart are."""
    kinds = (("self", "self"), ("coach", "coach"), ("agreed", "agreed"))
    return html.Div([html.Span([html.I(className=f"rater rater-{kind}"), words]) for kind, words in kinds], className="key")


def apart_table(rows: Sequence[tuple[str, str]], *, caption: str) -> html.Table:
    """Disagreements of two levels or more: (domain, how many of how many teams)."""
    return data_table(caption, ("Domain", "Teams"), rows, amounts=(1,))
