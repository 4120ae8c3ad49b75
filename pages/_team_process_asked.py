"""Which series of a team is shown with limits, by which kind of chart, and from which recorded change on a new phase: read from the address."""

from __future__ import annotations

from collections.abc import Sequence

from data_access.changes import Change
from equity.catalogue import Measure
from equity.charts.lines import RUN
from equity.errors import ReaderError
from equity.gap_process import GAP_LIMITS
from equity.process_chart import KINDS_OF
from equity.selection import Query, Selection, choice_asked

FOCUS, REFERENCE, EVERYBODY, GAP = "focus", "reference", "everybody", "gap"
LINES = (FOCUS, REFERENCE, EVERYBODY, GAP)
GAP_KINDS = {"difference": (RUN, GAP_LIMITS), "ratio": (RUN,)}
# In place of choices where a team tested nothing on the measure.
NO_CHANGE = "none is on record for this measure"


def its_own_chart(chosen: Selection, query: Query, changes: Sequence[Change]) -> tuple[Selection, tuple[ReaderError, ...]]:
    """Which series is shown with limits, by which kind of chart, and from which change on a new phase: a change that is on record, and no other."""
    line, of_line = choice_asked(query, "line", LINES, used=FOCUS)
    kinds = [address_of(kind) for kind in kinds_of(line, chosen.measure)]
    chart, of_chart = choice_asked(query, "chart", kinds, used="the suggested kind")
    known = [change.change_id for change in changes]
    since, of_since = choice_asked(query, "since", known or [NO_CHANGE], used="one phase")
    return chosen.but(line="" if line == FOCUS else line, chart=chart, since="" if since == NO_CHANGE else since), (*of_line, *of_chart, *of_since)


def kinds_of(line: str, measure: Measure) -> tuple[str, ...]:
    """The kinds of chart that a reader may choose for this series."""
    if line == GAP:
        return GAP_KINDS[measure.scale]
    return KINDS_OF[measure.number]


def address_of(kind: str) -> str:
    """A kind of chart as an address names it."""
    return kind.replace(" ", "-")
