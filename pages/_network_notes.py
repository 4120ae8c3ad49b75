"""What teams wrote beside single values behind the small charts of the Network page: marked there, told beneath them."""

from __future__ import annotations

from collections.abc import Mapping

from dash.development.base_component import Component

from components.note_list import DAGGER, note_list
from data_access.value_notes import value_notes
from equity.listing import Listing, team_trends_listing, with_notes
from equity.notes import EVERYBODY, ChartNote, Note, chart_notes, side_of, words_by_period
from equity.sentences.value_notes import NOTES_TITLE, about_words, group_names
from equity.trend import GapTrend
from pages._network_answer import Answer, focus_of_teams, team_trends

Noted = dict[str, tuple[ChartNote, ...]]


def notes_of_teams(answer: Answer, trends: Mapping[str, GapTrend]) -> Noted:
    """The notes that the viewer may read on the values that are compared, by team; those without any are left out."""
    found = value_notes(answer.viewer, list(trends), [answer.measure.measure_id]).notes
    about = {team_id: [note for note in found if note.team_id == team_id] for team_id in trends}
    focus = group_codes(answer)
    keyed = {
        team_id: chart_notes(notes, [point.period for point in trends[team_id].points], lambda note: whose(answer, note, focus[note.team_id]))
        for team_id, notes in about.items()
    }
    return {team_id: notes for team_id, notes in keyed.items() if notes}


def whose(answer: Answer, note: Note, focus: str) -> str | None:
    """A gap has the notes of both its groups and of everybody; None for a group that it is not made of. Takes focus: the code of the team's own."""
    return EVERYBODY if side_of(note, answer.selection.stratifier.stratifier_id, focus, answer.gap.reference.group_codes) else None


def places_of_notes(notes: tuple[ChartNote, ...]) -> frozenset[int]:
    """The places of the periods that bear any."""
    return frozenset(place for note in notes for place, _ in note.marks)


def panels_listing(answer: Answer) -> Listing:
    """Every period of every team's gap, with the notes on it."""
    trends = team_trends(answer)
    noted = {team_id: words_by_period(notes) for team_id, notes in notes_of_teams(answer, trends).items()}
    words = [noted.get(team_id, {}).get(place, ()) for team_id, trend in trends.items() for place in range(len(trend.points))]
    return with_notes(team_trends_listing(trends, answer.team_names, group_codes(answer)), dict(enumerate(words)))


def group_codes(answer: Answer) -> dict[str, str]:
    """Each team's group in focus, as files name it."""
    return {team_id: group.group_code for team_id, group in focus_of_teams(answer).items()}


def notes_under_panels(answer: Answer, noted: Noted) -> list[Component]:
    """Each team's notes in words."""
    said = [(answer.team_names[team_id], note) for team_id, notes in noted.items() for note in notes]
    groups, measure = answer.selection.stratifier, answer.measure
    return note_list(NOTES_TITLE, [(DAGGER, f"{name}: {note.run.words}", about_words(note.run, group_names(note, groups, measure))) for name, note in said])
