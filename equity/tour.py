"""What a first-time reader is shown around a page: a few steps, in the order in which the page is read."""

from __future__ import annotations

from dataclasses import dataclass

NETWORK, TEAM = "network", "team"
SEEN_AGAIN = "Help, at the foot of every page, has this tour again."
KEPT_HERE = "Your answer is kept on this device and goes nowhere else."


@dataclass(frozen=True, slots=True)
class Step:
    """One step. place: what it points at, as components/tour.py finds it; with_blanks: the five marks for missing numbers stand under the words."""

    place: str
    title: str
    words: str
    with_blanks: bool = False


TOURS = {
    NETWORK: (
        Step(
            "choices",
            "Choose what you look at",
            "The lists choose the measure, how people are divided, whose gap is shown, and who that group is held against. "
            "What you choose is kept in the address: send the link, and others see the same.",
        ),
        Step(
            "sentence",
            "The answer in words",
            "Its bold part is the verdict: closing, levelled down, widening, no clear change, or cannot tell yet. What follows says how far the gap moved.",
        ),
        Step(
            "foot",
            "Behind each chart",
            "Table has the same numbers as the chart. CSV is a file of them. Definition says what is counted. "
            "Method says how it is worked out. Picture saves the chart.",
        ),
        Step("marks", "When a number is missing", "A mark says why. What is missing never looks like a zero.", with_blanks=True),
        Step(
            "theme",
            "Dark, large, or on paper",
            "Theme makes the page dark, or large enough for a room. To print, use your browser. Present shows one card at a time, full screen.",
        ),
        Step("my-team", "My team", f"Choose your team once. Its rows, lines and points are marked in yellow on every page. {SEEN_AGAIN}"),
    ),
    TEAM: (
        Step("sentence", "Is this team's gap closing?", "The bold part is the verdict. Below it is who the team is and what it aims for."),
        Step(
            "chart",
            "Both groups, then the gap",
            "Each letter on the chart is a change that the team tested. A chart shows before and after, not what caused what.",
        ),
        Step("foot", "Behind each chart", "Table has every number, or the mark that says why there is none. Definition and Method say what it means."),
        Step("my-team", "Is this your team?", f"Choose it here once, and it is marked in yellow on every page. {SEEN_AGAIN}"),
    ),
}
