"""The dots of the Compare page: a row a team, both rates and the gap with its interval."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, card_head, chart
from components.compare_cards import framed
from components.definition_card import measure_definition
from components.selectors import pager
from equity.compared_team import OWN, ComparedTeam
from equity.counted import size_words
from equity.numbers import capitalised, plural, record_words, within_sentence
from equity.sentences.comparison import OWN_KEPT_APART, clear_difference_words, comparison_sentence, dots_title, row_sentence
from figures.gap_dots import DotRow, DotWords, gap_dots_figure
from figures.labels import escaped
from figures.theme import empty_figure, group_mark
from pages._compare_answer import Answer
from pages._compare_question import BY_SETTING, BY_SIZE
from pages._frame import csv_url

CARD = "compare-dots"
# From so many rows on, one other card, and all three of them, stand beside them as well.
LONG, LONGEST = 22, 42
# More rows than this are higher than a sheet of paper.
ROWS_ON_PAPER = 33
ORDER_WORDS = {"": "in alphabetical order", BY_SIZE: "most people first", BY_SETTING: "by setting"}
WITHHELD = "A comparison needs at least three teams with numbers besides one's own. With fewer, one or two teams would be singled out."


def dots_card(answer: Answer) -> html.Section:
    drawn = framed(CARD, chart("compare-dots-chart", dots_figure(answer), said_by="compare-dots-said"), dots_words(answer))
    body = [html.Div(drawn, id="compare-dots-body"), html.Div(turning(answer), id="compare-dots-pager", className="pager")]
    return card(CARD, head=dots_head(answer), body=body, foot=dots_foot(answer), span=f"span-7 {card_class(answer)}")


def dots_words(answer: Answer) -> str:
    """What stands in place of the dots; empty where they are drawn."""
    if answer.compared.is_withheld:
        return WITHHELD
    return "" if any(row.blank is None for row in answer.rows) else "No team on this page has a gap to show. The table says why."


def card_class(answer: Answer) -> str:
    """How the other cards stand around the rows; a chart that is longer than a sheet of paper is left out there: the table has the same."""
    many = len(answer.rows)
    beside = "longest" if many > LONGEST else "long" if many > LONG else ""
    return f"{beside} {'tall' if many > ROWS_ON_PAPER else ''}".strip()


def turning(answer: Answer) -> list[Component]:
    """Pages of teams, and finding one by name."""
    chosen = answer.selection

    def address_of(page: int) -> str:
        return f"/compare{chosen.but(page=page).to_query()}#{CARD}"

    return pager(answer.page, answer.pages, address_of=address_of, find=chosen.find, total=answer.found, card_id=CARD)


def dots_head(answer: Answer) -> list[Component]:
    return card_head(CARD, dots_title(answer.compared), dots_subtitle(answer), summary=dots_summary(answer))


def dots_subtitle(answer: Answer) -> str:
    """What the columns are, in which order, and what hollow marks and arrows mean."""
    if answer.compared.is_withheld:
        return "Which teams have reported stands in the table."
    names = answer.names
    gap = "ratio of the two, on a log scale" if answer.measure.scale == "ratio" else f"gap {words.in_unit(names.unit_words)}"
    left = f"Left: {within_sentence(answer.measure.name)} in each group. Right: the {gap}. Thin lines: 95% intervals."
    order = f"{answer.period_label}, {ORDER_WORDS[answer.selection.order]}."
    rule = [clear_difference_words(answer.measure)] if answer.compared.network.known else []
    return " ".join([left, order, *rule, "Hollow gap: too few people for a steady figure.", *own_words(answer)])


def own_words(answer: Answer) -> list[str]:
    """What an own measure's mark means, where the network has a value that it is kept apart from."""
    has_own = any(one.standing == OWN for one in answer.compared.teams)
    return [f"Diamond: {OWN_KEPT_APART[0].lower()}{OWN_KEPT_APART[1:]}"] if has_own and answer.compared.network.known else []


def dots_summary(answer: Answer) -> str:
    """What the chart says, team by team."""
    if answer.compared.is_withheld:
        return comparison_sentence(answer.compared).text
    return " ".join(row_sentence(row, answer.compared, answer.names) for row in answer.rows)


def dots_figure(answer: Answer) -> dict:
    compared, group = answer.compared, answer.selection.group
    if compared.is_withheld:
        return empty_figure(WITHHELD)
    mark = group_mark(group.position, group.kind)
    rows = [dot_row(answer, row) for row in answer.rows]
    multiplier, is_ratio = answer.measure.multiplier, answer.measure.scale == "ratio"
    return gap_dots_figure(rows, dot_words(answer), mark, network=compared.network, multiplier=multiplier, is_ratio=is_ratio)


def dot_words(answer: Answer) -> DotWords:
    compared, names = answer.compared, answer.names
    network = f"network {record_words(compared.network, compared.measure)}" if compared.network.known else ""
    setting = ", setting" if any(row.team.setting for row in answer.rows) else ""
    return DotWords("Team", f"{capitalised(answer.measure.people)}{setting}", names.focus, names.reference, "no gap", network)


def dot_row(answer: Answer, row: ComparedTeam) -> DotRow:
    """One team; when it is pointed at it says all of it."""
    size = ", ".join(part for part in (size_words(row.focus) if row.people else "", row.team.setting) if part) if row.standing else ""
    said = "<br>".join(escaped(part) for part in row_sentence(row, answer.compared, answer.names).replace(". ", ".\n").split("\n"))
    is_mine = row.team.team_id == answer.selection.team
    return DotRow(row.team.name, size, row.focus_rate, row.reference_rate, row.gap, row.blank, said, row.steady, is_mine, row.standing == OWN)


def dots_foot(answer: Answer) -> list[Component]:
    groups = [f"{group.label}{f' ({group.includes})' if group.includes else ''}" for group in answer.selection.stratifier.groups]
    definition = measure_definition(answer.measure, groups=groups, compared=answer.names.reference)
    source = f"{words.protected_source(answer.asked.catalogue)} n: {plural(sum(row.gap.known for row in answer.rows), 'team')} with a gap."
    file = None if answer.compared.is_withheld else csv_url("compare", "table", answer.asked)
    foot = card_foot(source=source, table=None, csv_url=file, definition=definition, method=answer.measure.scale)
    return [foot[0], html.A("Table", href="#compare-table"), *foot[1:]]
