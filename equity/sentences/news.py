"""What is new about a team, in plain words, a line each with the card that it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from equity.catalogue import Measure
from equity.news import News, TurnedVerdict
from equity.numbers import capitalised, date_words, plural, within_sentence
from equity.periods import period_of
from equity.verdicts import VERDICT_WORDS

# What people enter, by its table: one of it in words, and the card that holds it.
ENTERED = {
    "change": ("change that was tested", "changes that were tested", "team-run"),
    "story": ("story", "stories", "team-words"),
    "assessment": ("maturity assessment", "maturity assessments", "team-maturity"),
    "action": ("action", "actions", "team-actions"),
}

Line = tuple[str, str]


def news_title(since: datetime) -> str:
    """Since when things are new."""
    return f"New since your last visit on {date_words(since.date())}"


def news_lines(news: News, measures: Mapping[str, Measure]) -> list[Line]:
    """(sentence, id of the card that shows it), what moves a verdict first."""
    return [*_verdicts(news, measures), *_periods(news, measures), *_restated(news, measures), *_entered(news), *_undone(news)]


def _verdicts(news: News, measures: Mapping[str, Measure]) -> Iterator[Line]:
    for one in news.verdicts:
        yield _turned(one, _name(measures, one.measure_id)), "team-measures"


def _turned(one: TurnedVerdict, name: str) -> str:
    now = VERDICT_WORDS[one.now].lower()
    if one.before is None:
        return f"{capitalised(name)} has its first verdict: {now}."
    return f"The verdict on {name} is now {now}; it was {VERDICT_WORDS[one.before].lower()}."


def _periods(news: News, measures: Mapping[str, Measure]) -> Iterator[Line]:
    for measure_id, days in news.periods.items():
        yield f"New numbers on {_name(measures, measure_id)}: {_span(measures[measure_id].grain, days)}.", "team-run"


def _span(grain: str, days: Sequence[date]) -> str:
    """One period, or the first and last of several with how many."""
    first, last = (period_of(day, grain).label for day in (days[0], days[-1]))
    return first if len(days) == 1 else f"{plural(len(days), 'period')} from {first} to {last}"


def _restated(news: News, measures: Mapping[str, Measure]) -> Iterator[Line]:
    for measure_id, values in news.restated.items():
        were = "was" if values == 1 else "were"
        yield f"{capitalised(plural(values, 'number'))} on {_name(measures, measure_id)} that had been reported before {were} replaced.", "team-quality"


def _entered(news: News) -> Iterator[Line]:
    for table, count in news.added.items():
        one, many, card = ENTERED[table]
        yield f"{capitalised(plural(count, one, many))} {'was' if count == 1 else 'were'} added.", card


def _undone(news: News) -> Iterator[Line]:
    if news.undone:
        yield f"{capitalised(plural(news.undone, 'load'))} of the network {'was' if news.undone == 1 else 'were'} taken back.", "team-quality"


def _name(measures: Mapping[str, Measure], measure_id: str) -> str:
    return within_sentence(measures[measure_id].short_name)
