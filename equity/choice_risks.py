"""What a team must know before it appears under a code or not at all: what that does not hide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from equity.catalogue import Team
from equity.identifying import EVERYBODY, FEWEST_UNDER_CODE, only_one_in, taken_from_total

TOO_FEW, ONLY_ONE, SAME_CODE, TAKEN, TAKEN_BY_ONE = "too_few", "only_one", "same_code", "taken", "taken_by_one"


@dataclass(frozen=True, slots=True)
class Risk:
    """One thing that a choice does not hide.

    measure_id: empty where it is of all measures; detail: (attribute, value) where one tells the team; teams: how many the words speak of.
    """

    kind: str
    measure_id: str = ""
    detail: tuple[str, str] = ("", "")
    teams: int = 0

    @property
    def key(self) -> str:
        """What tells it apart from every other risk of the same team."""
        return "~".join((self.kind, self.measure_id, *self.detail, str(self.teams)))


@dataclass(frozen=True, slots=True)
class OnMeasure:
    """The other teams on one measure.

    coded: those under a code; coded_in_total, hidden_in_total: how many of each are in the network's total; in_total: this team is in it.
    """

    measure_id: str
    coded: Sequence[Team]
    coded_in_total: int
    hidden_in_total: int
    in_total: bool


def risks_of_code(team: Team, others: OnMeasure) -> list[Risk]:
    """What a code on this measure does not hide: so few are under one that none is shown, or the directory tells which is the team's."""
    under_code = len(others.coded) + 1
    if under_code < FEWEST_UNDER_CODE:
        return [Risk(TOO_FEW, others.measure_id, teams=under_code), *risks_of_total(others, unseen=others.hidden_in_total + others.coded_in_total)]
    return [Risk(ONLY_ONE, others.measure_id, told, under_code) for told in only_one_in(team, others.coded)]


def risks_of_hiding(others: OnMeasure) -> list[Risk]:
    """What hiding this measure does not hide. Others under a code are seen where they are enough."""
    unseen_codes = others.coded_in_total if len(others.coded) < FEWEST_UNDER_CODE else 0
    return risks_of_total(others, unseen=others.hidden_in_total + unseen_codes)


def risks_of_total(others: OnMeasure, *, unseen: int) -> list[Risk]:
    """What the network's total gives back, where the team's numbers are in it."""
    taker = taken_from_total(unseen) if others.in_total else None
    return [Risk(TAKEN if taker == EVERYBODY else TAKEN_BY_ONE, others.measure_id)] if taker else []
