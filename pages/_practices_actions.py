"""Actions against named inequities: how many teams adopted, acted, and can show it, by focus area, inequity, sector or cohort."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card_foot, card_head
from components.report_tables import listed_table
from components.tables import Cell
from equity.demonstrated import ActionsCounted
from equity.listing import Listing, Value
from equity.numbers import capitalised
from equity.sentences.practices_page import EVIDENCE_RULE, SPLITS, UNNAMED, actions_counted_title
from pages._data_answer import scrolled, shown_card
from pages._practices_answer import Answer
from pages._team_record_learning import focus_names

ACTIONS = "practices-actions"
# What the words of a coalition's members come to is no table: the file has all.
MOST_ROWS = 80
COUNTED = ("Adopted", "Acted", "Can show it")


def actions_card(answer: Answer) -> html.Section:
    """The whole card."""
    return shown_card(ACTIONS, actions_head(answer), actions_body(answer), actions_foot(answer))


def title_of(answer: Answer) -> str:
    """Of all teams together, however the rows are split."""
    found = answer.every_action
    return actions_counted_title(found[0].counts if found else None)


def actions_head(answer: Answer) -> list[Component]:
    return card_head(ACTIONS, title_of(answer), f"Teams by what they did, each counted once in a row. {EVIDENCE_RULE}")


def shown_rows(answer: Answer) -> list[ActionsCounted]:
    """Those of a focus area, by its name; all areas together stand in the title, and where teams are split at the top."""
    rows = [one for one in answer.actions if one.focus_area is not None or answer.selection.view]
    names = focus_names(answer.asked)
    return sorted(rows, key=lambda one: (one.focus_area is not None, area_words(one, names).lower()))


def actions_body(answer: Answer) -> list[Component]:
    rows = shown_rows(answer)
    if not rows:
        return [html.P("Actions stand here once teams adopt them against a named inequity.", className="quiet")]
    split = answer.selection.view
    head = ("Focus area", "Inequity", *([capitalised(split)] if split else []), *COUNTED)
    names = focus_names(answer.asked)
    cells = [action_cells(one, names, split) for one in rows[:MOST_ROWS]]
    table = listed_table("Teams that adopted actions, acted and can show it", head, cells, amounts=range(len(head) - 3, len(head)), wordy=(1,))
    return [scrolled(table, "Teams by their actions"), *left_out(len(rows))]


def left_out(rows: int) -> list[Component]:
    return [html.P(f"The first {MOST_ROWS} of {rows:,} rows. The file has all.", className="beside-words")] if rows > MOST_ROWS else []


def action_cells(one: ActionsCounted, names: dict[str, str], split: str) -> list[Cell]:
    """One row."""
    kind = [capitalised(one.kind) or f"no {split} given"] if split else []
    counts = one.counts
    said = [f"{teams:,}" for teams in (counts.adopted, counts.acted, counts.shown)]
    return [area_words(one, names), one.inequity or html.B("any"), *kind, *said]


def area_words(one: ActionsCounted, names: dict[str, str]) -> str:
    if one.focus_area is None:
        return "All areas"
    return names.get(one.focus_area, capitalised(one.focus_area))


def actions_foot(answer: Answer) -> list[Component]:
    source = "Told by the teams, in alphabetical order."
    return card_foot(source=source if answer.is_whole else f"{source} {UNNAMED}", table=None, csv_url=answer.csv("actions"))


def actions_listing(answer: Answer) -> Listing:
    """A row a focus area and inequity, and a sector or cohort where teams are split."""
    names = focus_names(answer.asked)
    rows = [(area_words(one, names), one.inequity or "any", split_words(answer), one.kind, *count_values(one)) for one in answer.actions]
    return Listing(("focus_area", "inequity", "teams_split", "kind", "teams_adopted", "teams_acted", "teams_shown"), tuple(rows))


def split_words(answer: Answer) -> str:
    return SPLITS[answer.selection.view].lower()


def count_values(one: ActionsCounted) -> tuple[Value, ...]:
    counts = one.counts
    return counts.adopted, counts.acted, counts.shown
