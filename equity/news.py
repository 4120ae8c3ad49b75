"""What is new about a team since somebody of it last looked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class TurnedVerdict:
    """A verdict whose word is another one. before: None where there was none."""

    measure_id: str
    before: str | None
    now: str


@dataclass(frozen=True, slots=True)
class News:
    """Of one team, since one moment.

    periods: the first days of periods that came for the first time, by measure_id; restated: how many values were replaced, by measure_id;
    added: how many changes, stories, assessments and actions came; undone: how many loads were taken back.
    """

    periods: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    verdicts: tuple[TurnedVerdict, ...] = ()
    restated: Mapping[str, int] = field(default_factory=dict)
    added: Mapping[str, int] = field(default_factory=dict)
    undone: int = 0

    @property
    def is_empty(self) -> bool:
        """True where nothing is new."""
        return self == News()
