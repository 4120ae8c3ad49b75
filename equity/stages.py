"""How far a team is with a practice: the stages that have a mark, and what any other word is taken for."""

from __future__ import annotations

from collections.abc import Iterable

NONE, PLANNED, STARTED, IN_USE, SUSTAINED = "none", "planned", "started", "in_use", "sustained"
STAGE_WORDS = {NONE: "not in use", PLANNED: "planned", STARTED: "being tested", IN_USE: "in use", SUSTAINED: "part of daily work"}
STAGES_IN_USE = (IN_USE, SUSTAINED)


def stage_words(stage: str) -> str:
    """A stage for readers; a word that a network chose itself stays what it is."""
    return STAGE_WORDS.get(stage) or stage.replace("_", " ")


def count_in_use(stages: Iterable[str]) -> int:
    """How many of these stages mean that a practice is in use, not only tested."""
    return sum(stage in STAGES_IN_USE for stage in stages)
