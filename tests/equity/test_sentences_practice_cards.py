from __future__ import annotations

from datetime import date

from equity.practices import PracticeCounts
from equity.sentences.practice_cards import STAGES_RULE, practices_subtitle, practices_title, verb


def counts(kept: int, begun: int, ended: int = 0, told: int = 15) -> PracticeCounts:
    return PracticeCounts(kept, begun, ended, {}, {"in_use": told})


def test_the_title_names_the_practice_that_most_teams_took_up():
    assert practices_title({"Stratify": counts(2, 11), "Share data": counts(0, 6)}) == "13 teams now use “Stratify”; two did at the start"
    assert practices_title({"Share data": counts(0, 1)}) == "One team now uses “Share data”; none did at the start"


def test_where_no_practice_gained_teams_the_title_says_so():
    assert practices_title({"Stratify": counts(3, 0, 1), "Share data": counts(1, 0)}) == "Three teams of 15 use “Stratify”; no practice gained teams"


def test_nothing_told_is_said():
    assert practices_title({}) == "No team has told of its practices yet"
    assert practices_title({"Stratify": PracticeCounts()}) == "No team has told of its practices yet"


def test_the_subtitle_says_what_squares_mean_and_which_stages_count():
    days = (date(2025, 7, 1), date(2026, 7, 1))
    said = practices_subtitle(15, days, has_ended=False)
    assert said.startswith("A square a team, of 15 that told. Hollow: in use since the first telling (July 2025). Filled: begun since, until July 2026.")
    assert "Crossed: no longer." in practices_subtitle(15, days, has_ended=True)
    assert practices_subtitle(0, None, has_ended=False) == f"Practices stand here once teams tell how far they are with each. {STAGES_RULE}"
    assert (verb(1), verb(2)) == ("uses", "use")
