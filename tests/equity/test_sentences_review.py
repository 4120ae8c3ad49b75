from __future__ import annotations

from datetime import date

from equity.periods import Period, period_of
from equity.review import ROLL, QuarterState, quarter_state, until
from equity.sentences.protection import OWNERS
from equity.sentences.review import (
    MEANINGS,
    STATE_WORDS,
    acted_words,
    address_words,
    changed_title,
    closing_words,
    decided_words,
    decision_words,
    limits,
    missing_sentence,
    months_words,
    moved_cell,
    moved_up_words,
    of_teams,
    practice_words,
    question_words,
    reported_words,
    roll_rows,
    roll_sentence,
    state_sentence,
    state_title,
)
from equity.trend import GapTrend, gap_trend
from tests.examples import BASELINE, MEASURE, names_for, series_of, straight_series

Q3 = period_of(date(2025, 7, 1), "quarter")
CLOSING = gap_trend(straight_series((0.5, 0.64), (0.7, 0.7)), MEASURE, BASELINE)
NAMES = names_for(CLOSING)


def last(trend: GapTrend) -> Period:
    return trend.points[-1].period


def counted(**teams: int) -> dict[str, int]:
    return {key: teams.get(key, 0) for key in ROLL}


def test_the_roll_up_always_says_of_how_many_and_leaves_nobody_out():
    said = roll_sentence(counted(closing=9, levelled_down=1, widening=1, no_clear_change=1, cannot_tell_yet=2, not_reported=1))
    assert said.lead == "9 of 15 teams are closing the gap they set out to close."
    assert said.rest == "All others: 1 levelled down, 1 widening, 1 no clear change, 2 cannot tell yet and 1 not reported."


def test_none_one_and_no_team_at_all():
    assert roll_sentence(counted(cannot_tell_yet=2)).text == "0 of 2 teams are closing the gap they set out to close. All others: 2 cannot tell yet."
    assert roll_sentence(counted(closing=1)).text == "1 of 1 team is closing the gap it set out to close."
    assert roll_sentence(counted()).text == "No team was in the network at that time."


def test_teams_of_one_page_are_told_as_such():
    assert roll_sentence(counted(closing=3, hidden=3), on_page=True).lead == "3 of 6 teams on this page are closing the gap they set out to close."
    assert closing_words(1) == "team is closing the gap it set out to close"


def test_the_question_names_how_long_a_period_is():
    assert question_words(Q3) == "What moved this quarter, and how sure are we?"
    assert question_words(period_of(Q3.start, "half-year")) == "What moved this half-year, and how sure are we?"


def test_every_verdict_and_silence_have_a_row_even_without_teams():
    assert [key for key, _, _ in roll_rows(counted(closing=1))] == [
        "closing",
        "levelled_down",
        "widening",
        "no_clear_change",
        "cannot_tell_yet",
        "not_reported",
    ]
    assert [(key, count) for key, count, _ in roll_rows(counted(hidden=2))][-1] == ("hidden", 2)
    assert set(MEANINGS) == set(ROLL) <= set(STATE_WORDS)


def test_who_did_not_report_is_named_and_only_what_was_due_counts():
    assert reported_words(counted(closing=3, not_reported=1), ["Ash"], Q3) == "3 of 4 teams whose report was due sent it. Not reported: Ash."
    assert reported_words(counted(closing=3, not_due=2), [], Q3) == "3 of 3 teams whose report was due sent it."
    assert reported_words(counted(not_due=2), [], Q3) == "No report on Q3 2025 was due."


def test_a_sheet_says_the_verdict_or_why_there_is_none():
    told, silent = quarter_state(CLOSING, last(CLOSING)), QuarterState(None, "not_reported")
    assert state_title("Ash", CLOSING, NAMES, told, Q3) == "Ash: the blood pressure gap is closing"
    assert state_title("Ash", CLOSING, NAMES, silent, Q3) == "Ash: not reported for Q3 2025"
    assert state_sentence(CLOSING, NAMES, told).lead == "The blood pressure gap is closing."
    said = state_sentence(CLOSING, NAMES, silent)
    assert said.text == "A report was due and did not come. The last numbers on blood pressure are of Q4 2025."
    assert state_sentence(CLOSING, NAMES, QuarterState(None, "hidden")).text == "Too few people were counted to show the gap."
    never = gap_trend(until(straight_series((0.5, 0.64), (0.7, 0.7)), date(2020, 1, 1)), MEASURE, BASELINE)
    assert state_sentence(never, NAMES, quarter_state(never, Q3)).text == "The time to report has not come yet."


def test_who_moved_is_told_of_verdicts_that_moved_and_the_price_of_others():
    assert moved_cell(CLOSING, NAMES, quarter_state(CLOSING, last(CLOSING))).startswith("Up ")
    few = gap_trend(series_of("20/40 30/40\n20/40 30/40"), MEASURE, BASELINE)
    assert "a verdict needs four" in moved_cell(few, NAMES, quarter_state(few, last(few)))
    still = gap_trend(straight_series((0.5, 0.5), (0.7, 0.7)), MEASURE, BASELINE)
    assert quarter_state(still, last(still)).word == "no_clear_change"
    assert moved_cell(still, NAMES, quarter_state(still, last(still))) == "A change of 5 points would likely have shown."
    assert moved_cell(CLOSING, NAMES, QuarterState(None, "hidden")) == "Too few people were counted to show the gap"


def test_what_is_told_otherwise_is_counted():
    assert changed_title(0, Q3) == "Every team is told as it was in Q3 2025"
    assert changed_title(1, Q3) == "One team is told otherwise than in Q3 2025"
    assert changed_title(2, Q3) == "Two teams are told otherwise than in Q3 2025"


def test_changes_are_told_by_decision_those_in_test_and_those_without_a_day():
    assert decided_words({"adopt": 2, "abandon": 1, "running": 1}) == (
        "Three changes decided in the period: 2 adopted and 1 abandoned. One change was still being tested at its end."
    )
    assert decided_words({}) == "No changes decided in the period. No changes were still being tested at its end."
    assert decided_words({"undated": 1}).endswith("One decision bears no day, and is not counted.")
    assert decided_words({"undated": 2}).endswith("Two decisions bear no day, and are not counted.")
    assert [decision_words(one) for one in ("adopt", "undated")] == ["adopted", "decided, on a day that is not given"]


def test_actions_practices_and_levels_say_of_how_many_teams():
    assert acted_words(3, 1, 15, Q3) == ("3 of 15 teams had adopted an action against a named inequity by the end of Q3 2025; 1 of 15 teams had acted on one.")
    assert practice_words("Ask", 1, 12) == "“Ask”: in use in 1 of 12 teams that told of it."
    assert moved_up_words("Path", 4, 5, 6) == "Path: 4 of 5 teams that were scored twice moved up in at least one domain since their start."
    assert moved_up_words("Path", 0, 0, 6) == "Path: six teams scored, none of them twice so far."
    assert moved_up_words("Path", 0, 0, 0) == "Path: no team was scored."
    assert of_teams(1200, 5000) == "1,200 of 5,000 teams"


def test_why_there_is_no_review_is_said():
    assert missing_sentence("", None, is_over=True).text == "There is no quarter to review yet."
    assert missing_sentence("x" * 60, None, is_over=True).text == f"“{'x' * 40}” is no quarter. A quarter is written as 2026-Q3."
    assert missing_sentence("2025-Q3", Q3, is_over=False).lead == "Q3 2025 is not over yet."
    assert missing_sentence("2025-Q3", Q3, is_over=True).lead == "There is no review of Q3 2025."


def test_limits_name_the_day_until_which_and_the_day_on_which():
    said = " ".join(limits(Q3, date(2025, 11, 28)))
    assert "30 September 2025" in said
    assert "today, 28 November 2025" in said
    assert "because" not in said
    assert OWNERS in said
    assert (months_words(Q3), address_words(Q3)) == ("July to September 2025", ("Q3 2025", "2025-Q3"))
