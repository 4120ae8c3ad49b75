"""The five blanks, kept apart everywhere: in the store, the chart, the table, the spoken text and the file."""

from __future__ import annotations

from collections.abc import Iterable

NOT_DUE = "not_due"
NOT_REPORTED = "not_reported"
ZERO_EVENTS = "zero_events"
HIDDEN = "hidden"
HIDDEN_AT_SOURCE = "hidden_at_source"
NOT_APPLICABLE = "not_applicable"

STORED = (NOT_DUE, NOT_REPORTED, HIDDEN_AT_SOURCE, NOT_APPLICABLE)

# Where several blanks are put together the first in this order is told: counted and hidden comes before not counted.
STRENGTH = (HIDDEN, HIDDEN_AT_SOURCE, NOT_REPORTED, NOT_DUE, NOT_APPLICABLE)

# One neutral word for every hidden cell: who hid it would itself tell something.
WORDS = {
    NOT_DUE: "not due",
    NOT_REPORTED: "not reported",
    ZERO_EVENTS: "zero events",
    HIDDEN: "hidden",
    HIDDEN_AT_SOURCE: "hidden",
    NOT_APPLICABLE: "does not apply",
}

MEANINGS = {
    NOT_DUE: "The time to report has not come yet.",
    NOT_REPORTED: "A report was due and did not come.",
    ZERO_EVENTS: "It was counted and none happened. A real number: it stays in every sum.",
    HIDDEN: "Counted, but too few people to show.",
    NOT_APPLICABLE: "This team or group has no such patients, or does not work on this measure.",
}


def marker_of(blank: str) -> str:
    """The mark's name for a blank: hidden here and hidden by the source share one."""
    return HIDDEN if blank == HIDDEN_AT_SOURCE else blank


def strongest_blank(blanks: Iterable[str]) -> str:
    """The one blank that stands for several; not due where there is none at all."""
    return min(blanks, key=STRENGTH.index, default=NOT_DUE)
