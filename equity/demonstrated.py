"""How many teams adopted an action against an inequity, acted, and can show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Demonstrated:
    """Teams by how far they are. Each counts in all that it reached: whoever can show it has acted, and whoever acted has adopted."""

    adopted: int
    acted: int
    shown: int


@dataclass(frozen=True, slots=True)
class ActionsCounted:
    """Teams that adopted, acted and can show it.

    focus_area, inequity: None = any; kind: the sector or cohort of these teams, empty = all or not given.
    """

    focus_area: str | None
    inequity: str | None
    kind: str
    counts: Demonstrated

    @property
    def place(self) -> tuple[str, str, str]:
        """The order of the alphabet, what holds for all before what it is made of."""
        return self.focus_area or "", self.inequity or "", self.kind
