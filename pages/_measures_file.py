"""The files of the Measures page: what is shown, a row an entry."""

from __future__ import annotations

from collections.abc import Callable

from data_access.store import reading
from data_access.team_tally import AtWork
from data_access.viewer import Viewer
from equity.catalogue import Measure
from equity.listing import Listing, Value
from equity.selection import Query
from pages._measures_answer import DIVISIONS, FRAMEWORKS, PRACTICES, TEAMS, WORDS, Answer, answer_to

# As the files of a load name them, so that definitions can be sent back changed; then what the page adds.
COLUMNS = (
    "measure_id",
    "name",
    "short_name",
    "kind",
    "number",
    "numerator_words",
    "denominator_words",
    "people",
    "improvement_direction",
    "unit",
    "multiplier",
    "grain",
    "due_days",
    "stratifier_id",
    "reference_group",
    "focus_group",
    "scale",
    "meaningful_change",
    "guards",
    "steward",
    "source",
    "version",
    "valid_from",
)
MEASURES_HEAD = (*COLUMNS, "teams_core", "teams_own", "first_load", "last_load")
GROUPS_HEAD = ("stratifier_id", "division", "standard", "ordered", "group_code", "label", "short_label", "position", "kind", "includes")
LEVELS_HEAD = ("framework_id", "framework", "version", "domain_id", "domain", "items", "level", "label", "wording")


def measures_listing(answer: Answer) -> Listing:
    """A row a measure, on whichever page it stands."""
    return Listing(MEASURES_HEAD, tuple(measure_row(answer, measure) for measure in answer.measures))


def measure_row(answer: Answer, measure: Measure) -> tuple[Value, ...]:
    own = {"guards": ";".join(measure.guards), "valid_from": measure.valid_from.isoformat() if measure.valid_from else None}
    work = answer.at_work.get(measure.measure_id, AtWork())
    loads = [one.load_id for one in answer.history.get(measure.measure_id, ())]
    return (*(own.get(name, getattr(measure, name)) for name in COLUMNS), work.core, work.own, min(loads, default=None), max(loads, default=None))


def divisions_listing(answer: Answer) -> Listing:
    """A row a group."""
    rows = (
        (one.stratifier_id, one.name, one.version, "yes" if one.ordered else "no", *(getattr(group, name) for name in GROUPS_HEAD[4:]))
        for one in answer.divisions
        for group in one.groups
    )
    return Listing(GROUPS_HEAD, tuple(rows))


def frameworks_listing(answer: Answer) -> Listing:
    """A row a domain and level, with its words; one row for a domain whose levels have none."""
    rows: list[tuple[Value, ...]] = []
    for framework in answer.frameworks:
        for domain in framework.domains:
            head = (framework.framework_id, framework.name, framework.version, domain.domain_id, domain.domain, "; ".join(one.item for one in domain.items))
            levels = [(number, framework.wording(domain.domain_id, number)) for number in framework.numbers]
            rows += [(*head, number, level.label if level else "", level.wording if level else "") for number, level in levels]
    return Listing(LEVELS_HEAD, tuple(rows))


def practices_listing(answer: Answer) -> Listing:
    """A row a practice."""
    return Listing(("practice_id", "name", "wording"), tuple((one.practice_id, one.name, one.wording) for one in answer.practices))


def teams_listing(answer: Answer) -> Listing:
    """A row a kind of team."""
    rows = ((kind, name, teams) for kind, counts in answer.kinds.items() for name, teams in counts.items())
    return Listing(("by", "kind", "teams"), tuple(rows))


def words_listing(answer: Answer) -> Listing:
    """A row a word."""
    return Listing(("word", "means", "where"), tuple((one.word, one.means, "; ".join(one.where)) for one in answer.words))


def listed(listing: Callable[[Answer], Listing]) -> Callable[[Viewer, Query], Listing]:
    """The file of one part, for the same address as the page."""

    def answered(viewer: Viewer, query: Query) -> Listing:
        with reading():
            return listing(answer_to(viewer, query))

    return answered


LISTINGS = {
    "measures": listed(measures_listing),
    DIVISIONS: listed(divisions_listing),
    FRAMEWORKS: listed(frameworks_listing),
    PRACTICES: listed(practices_listing),
    TEAMS: listed(teams_listing),
    WORDS: listed(words_listing),
}
