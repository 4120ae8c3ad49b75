from __future__ import annotations

from datetime import UTC, date, datetime

from equity.news import News, TurnedVerdict
from equity.sentences.news import news_lines, news_title
from tests.examples import measure_like

BP = measure_like(measure_id="bp", short_name="BP control", grain="quarter")
OTHERS = {name: measure_like(measure_id=name, short_name=f"{name} care", grain=grain) for name, grain in (("eye", "quarter"), ("foot", "month"))}


def lines(**news: object) -> list[tuple[str, str]]:
    return news_lines(News(**news), {"bp": BP, **OTHERS})


def test_the_title_says_since_when() -> None:
    assert news_title(datetime(2026, 3, 5, 9, tzinfo=UTC)) == "New since your last visit on 5 March 2026"


def test_a_verdict_is_told_with_what_it_was() -> None:
    assert lines(verdicts=(TurnedVerdict("bp", "cannot_tell_yet", "levelled_down"),)) == [
        ("The verdict on BP control is now levelled down; it was cannot tell yet.", "team-measures")
    ]
    assert lines(verdicts=(TurnedVerdict("bp", None, "closing"),)) == [("BP control has its first verdict: closing.", "team-measures")]


def test_periods_are_told_by_the_first_and_the_last() -> None:
    one, two = (date(2025, 1, 1),), (date(2025, 1, 1), date(2025, 4, 1))
    assert lines(periods={"bp": one}) == [("New numbers on BP control: Q1 2025.", "team-run")]
    assert lines(periods={"bp": two}) == [("New numbers on BP control: two periods from Q1 2025 to Q2 2025.", "team-run")]


def test_measures_of_which_the_same_is_new_stand_in_one_sentence() -> None:
    turned = [("bp", None, "closing"), ("eye", "widening", "closing"), ("foot", None, "closing"), ("eye", None, "cannot_tell_yet")]
    assert [words for words, _ in lines(verdicts=tuple(TurnedVerdict(*one) for one in turned))] == [
        "The verdict on eye care is now closing; it was widening.",
        "BP control and foot care have their first verdict: closing.",
        "Eye care has its first verdict: cannot tell yet.",
    ]
    days = (date(2025, 1, 1), date(2025, 4, 1))
    assert [words for words, _ in lines(periods={"bp": days, "foot": (date(2025, 1, 1), date(2025, 2, 1)), "eye": days})] == [
        "New numbers on BP control and eye care: two periods from Q1 2025 to Q2 2025.",
        "New numbers on foot care: two periods from Jan 2025 to Feb 2025.",
    ]


def test_what_was_replaced_added_and_taken_back_is_counted() -> None:
    assert lines(restated={"bp": 1}) == [("One number on BP control that had been reported before was replaced.", "team-quality")]
    assert lines(restated={"bp": 3})[0][0].startswith("Three numbers on BP control that had been reported before were replaced")
    assert lines(added={"story": 1, "change": 2}) == [("One story was added.", "team-words"), ("Two changes that were tested were added.", "team-run")]
    assert lines(undone=1) == [("One load of the network was taken back.", "team-quality")]
    assert lines(undone=2)[0][0] == "Two loads of the network were taken back."
    assert lines() == []
