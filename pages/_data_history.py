"""What later loads replaced, old beside new as the viewer may see it; and every load: who, when, which files, how many rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from components import html
from components.cards import card, card_foot, card_head
from components.report_tables import listed_table
from data_access.loads import LoadRecord, latest_loads
from data_access.restatements import restatements
from data_access.teams import teams_of
from equity.blanks import WORDS
from equity.counted import counted_words
from equity.counts import Count
from equity.listing import Listing, Value
from equity.numbers import count_words, date_words, number_word, plural
from equity.restated import RestatedRun, Restatement, restated_runs
from equity.sentences.data_page import CHANGES_RULE, NOTHING_LOADED, changes_title, loads_title, span_words
from equity.sentences.protection import protection_words
from pages._data_answer import Answer, scrolled
from pages._frame import team_url

CHANGES, LOADS = "data-changes", "data-loads"
# The latest that are shown: of replaced values, of those told one by one in a row, and of loads.
MOST_CHANGES, MOST_TOLD, MOST_LOADS = 200, 6, 30


def changes_card(answer: Answer) -> html.Section:
    """Replaced values by load, team and measure; nothing here hangs on a choice but the addresses."""
    found = latest_changes(answer)
    runs = restated_runs(found)
    title = changes_title(len(found), len({run.load_id for run in runs}), is_whole=len(found) < MOST_CHANGES)
    body = [*([changes_place(answer, runs)] if runs else []), html.P(CHANGES_RULE, className="beside-words")]
    head = card_head(CHANGES, title, "What a number was, and what a later load made of it: the newest load first.")
    return card(
        CHANGES,
        head=head,
        body=body,
        foot=card_foot(source=protection_words(answer.asked.catalogue.network.release_policy), table=None, csv_url=answer.csv("changes")),
    )


def latest_changes(answer: Answer) -> tuple[Restatement, ...]:
    return restatements(answer.viewer, MOST_CHANGES)


def changes_place(answer: Answer, runs: Sequence[RestatedRun]) -> html.Div:
    names = {team.team_id: team.name for team in teams_of(answer.viewer, sorted({run.team_id for run in runs}))}
    rows = [changes_cells(answer, run, names[run.team_id]) for run in runs]
    mine = [place for place, run in enumerate(runs) if run.team_id == answer.mine]
    head = ("Team", "Load", "Measure", "Periods", "Values", "Was, and is now")
    table = listed_table("Values that later loads replaced", head, rows, amounts=(4,), wordy=(2, 5), mine=mine)
    return scrolled(table, "Values that later loads replaced")


def changes_cells(answer: Answer, run: RestatedRun, name: str) -> list:
    """One load's changes to one team's measure."""
    measure = answer.measure_names[run.measure_id]
    link = html.A(name, href=team_url(run.team_id, answer.asked.selection))
    return [link, f"{run.load_id}", measure, span_words(run.first, run.last), f"{run.values:,}", changed_list(answer, run)]


def changed_list(answer: Answer, run: RestatedRun) -> html.Ul:
    """What may be seen, one by one; then how many more there are, and how many are hidden."""
    told = [f"{group_label(answer, one)}, {one.period.label}: {count_said(one.old)} → {count_said(one.new)}" for one in run.seen[:MOST_TOLD]]
    more = len(run.seen) - MOST_TOLD
    told += [f"{number_word(more)} more in the file"] if more > 0 else []
    told += [f"{plural(run.hidden, 'value')} hidden"] if run.hidden else []
    return html.Ul([html.Li(words) for words in told])


def group_label(answer: Answer, one: Restatement) -> str:
    return answer.asked.catalogue.stratifier(one.stratifier_id).group(one.group_code).short_label


def count_said(count: Count) -> str:
    """31 of 100, 4 where nobody is counted, or the blank."""
    if count.numerator is None:
        return WORDS[count.blank]
    return f"{count.numerator:,}" if count.denominator is None else counted_words(count)


def changes_listing(answer: Answer) -> Listing:
    """A row for each value."""
    head = ("load_id", "loaded_at", "team_id", "measure_id", "divided_by", "group_code", "period", *parts("old"), *parts("new"))
    rows = [
        (one.load_id, one.loaded_at, one.team_id, one.measure_id, one.stratifier_id, one.group_code, one.period.label, *values(one.old), *values(one.new))
        for one in latest_changes(answer)
    ]
    return Listing(head, tuple(rows))


def parts(name: str) -> tuple[str, str, str]:
    return f"{name}_numerator", f"{name}_denominator", f"{name}_blank"


def values(count: Count) -> tuple[Value, ...]:
    return count.numerator, count.denominator, WORDS[count.blank] if count.blank else ""


def loads_card(answer: Answer) -> html.Section:
    """The history of loads, the newest first."""
    loads = latest_loads(answer.viewer, MOST_LOADS)
    latest = answer.asked.catalogue.load
    title = loads_title(loads[0].load_id, date_words(date.fromisoformat(loads[0].loaded_at[:10]))) if loads else NOTHING_LOADED
    through = f"Data through {date_words(latest.data_through)}. " if latest and latest.data_through else ""
    head = card_head(LOADS, title, f"{through}Who loaded which files, and what became of their rows. Times are in UTC.")
    heads = ("Load", "When", "By", "Files", "Added", "Changed", "Same", "Refused", "Stands")
    rows = [load_cells(one) for one in loads]
    table = listed_table("Loads", heads, rows, amounts=(4, 5, 6, 7), wordy=(3,))
    blank = html.P(html.A("Empty files to fill in", href="/blank-files.zip", download=True), className="beside-words")
    body = [*([scrolled(table, "History of loads")] if rows else []), blank]
    return card(LOADS, head=head, body=body, foot=card_foot(source="How to load stands in the handbook.", table=None, csv_url=answer.csv("loads")))


def load_cells(one: LoadRecord) -> list:
    """One load; the day that its data stand for is told where one was given."""
    when = f"{one.loaded_at}{f', as of {date_words(one.vintage)}' if one.vintage else ''}"
    files = ", ".join(one.files) or "none"
    counted = [count_words(rows) for rows in (one.rows_added, one.rows_changed, one.rows_unchanged, one.rows_rejected)]
    return [f"{one.load_id}", when, one.loaded_by, files, *counted, f"taken back by load {one.undone_by}" if one.undone_by else "yes"]


def loads_listing(answer: Answer) -> Listing:
    """A row for each load."""
    head = (
        "load_id",
        "loaded_at",
        "loaded_by",
        "vintage",
        "data_through",
        "files",
        "rows_added",
        "rows_changed",
        "rows_unchanged",
        "rows_rejected",
        "undone_by",
    )
    rows = [
        (
            one.load_id,
            one.loaded_at,
            one.loaded_by,
            one.vintage.isoformat() if one.vintage else None,
            one.data_through.isoformat() if one.data_through else None,
            "; ".join(one.files),
            one.rows_added,
            one.rows_changed,
            one.rows_unchanged,
            one.rows_rejected,
            one.undone_by,
        )
        for one in latest_loads(answer.viewer, MOST_LOADS)
    ]
    return Listing(head, tuple(rows))
