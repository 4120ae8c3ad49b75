"""What the Practices page says: what teams use, what they tested and decided, and what they can show against named inequities."""

from __future__ import annotations

from collections.abc import Mapping

from equity.demonstrated import Demonstrated
from equity.numbers import capitalised, number_word, plural
from equity.sentences.names import Sentence
from equity.sentences.practice_cards import STAGES_RULE, quoted, verb
from equity.sentences.team_page import DECISIONS
from equity.stages import count_in_use

NOTHING_TOLD = "No team has told of its practices yet"
UNNAMED = "A team that hides all its measures has no row here and is not counted."
LEDGER_RULE = "Measures lead to the team's chart, which bears the change as a letter: it shows what was before and since, never what caused it."
EVIDENCE_RULE = (
    "Adopted: the team made it a goal. Acted: it gave the day on which it was done. "
    "Can show it: it also wrote down the evidence. A goal alone does not count, nor an act without evidence."
)
SPLITS = {"": "All teams", "sector": "By sector", "cohort": "By cohort"}

StageCounts = Mapping[str, int]


def used_of(counts: Mapping[str, int]) -> tuple[int, int]:
    """How many teams use a practice, of how many that told."""
    return count_in_use([stage for stage, teams in counts.items() for _ in range(teams)]), sum(counts.values())


def practice_title(name: str, period: str, counts: StageCounts) -> str:
    """How many teams use one practice. counts: teams by stage in the latest quarter; empty = nobody told."""
    if not counts:
        return f"No team told of {quoted(name)} for {period}"
    used, told = used_of(counts)
    return f"{of_teams(used, told)} {verb(used)} {quoted(name)} in {period}"


def together_title(practices: Mapping[str, StageCounts], period: str) -> str:
    """The practice that most teams use in the latest quarter; the first of equals."""
    counted = {name: used_of(counts) for name, counts in practices.items() if counts}
    if not counted:
        return NOTHING_TOLD
    name = max(counted, key=lambda one: counted[one][0])
    used, told = counted[name]
    others = ", more than any other practice" if is_alone(name, counted) else "; no practice is in use in more"
    return f"{of_teams(used, told)} {verb(used)} {quoted(name)} in {period}{others}"


def is_alone(name: str, counted: Mapping[str, tuple[int, int]]) -> bool:
    """True where no other practice is in use in as many teams."""
    return all(used < counted[name][0] for other, (used, _) in counted.items() if other != name)


def of_teams(teams: int, told: int) -> str:
    """Five of 15 teams; None of 15 teams."""
    return f"{capitalised(number_word(teams)) if teams else 'None'} of {plural(told, 'team')}"


def calendar_subtitle(*, is_all: bool, is_whole: bool) -> str:
    """What the cells are, and which stages count. is_whole: False where a team is left out."""
    cells = "In each cell: how many practices are in use." if is_all else "Stage by quarter, as the team told it."
    return f"{cells} {STAGES_RULE}{'' if is_whole else f' {UNNAMED}'}"


def together_cell(counts: StageCounts) -> tuple[str, str]:
    """How many teams use a practice: short, and in words."""
    if not counts:
        return "–", "not reported"
    used, told = used_of(counts)
    return f"{used}/{told}", of_teams(used, told).lower()


def stage_teams_cell(counts: StageCounts, stage: str) -> tuple[str, str]:
    """How many teams are at one stage: short, and in words."""
    if not counts:
        return together_cell(counts)
    teams = counts.get(stage, 0)
    return f"{teams}", of_teams(teams, sum(counts.values())).lower()


def ledger_title(by_decision: Mapping[str, int], teams: int, *, is_whole: bool) -> str:
    """How many changes there are, in how many teams, and what was decided.

    Takes    is_whole: False where the reader left some out.
    """
    total = sum(by_decision.values())
    if not total:
        return "No change has been written down yet" if is_whole else "No change fits what was asked"
    said = [f"{number_word(by_decision[word])} {words}" for word, words in decisions() if by_decision.get(word)]
    fits = "" if is_whole else f" {'fits' if total == 1 else 'fit'} what was asked,"
    return f"{capitalised(plural(total, 'change'))}{fits} in {plural(teams, 'team')}: {', '.join(said)}"


def decisions() -> list[tuple[str, str]]:
    """What was decided, with what still runs at the end."""
    return sorted(DECISIONS.items(), key=lambda one: one[0] == "running")


def actions_counted_title(total: Demonstrated | None) -> str:
    """How many teams adopted an action, and how many can show what they did. total: None where nobody adopted any."""
    if total is None:
        return "No team has adopted an action yet"
    shown = f"{number_word(total.shown)} can show what {'it' if total.shown == 1 else 'they'} did" if total.shown else "none can show yet what it did"
    return f"{capitalised(plural(total.adopted, 'team'))} adopted an action against a named inequity; {shown}"


def practices_sentence(used: str, tested: str, acted: str) -> Sentence:
    """The finding: what is in use, what was tested, what can be shown."""
    return Sentence(f"{used}.", f"{tested}. {acted}.")
