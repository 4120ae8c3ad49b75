"""What is new about a team, in plain words, a line each with the card that it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from equity.catalogue import Measure
from equity.news import News, TurnedVerdict
from equity.numbers import capitalised, date_words, listed, plural, within_sentence
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
    """(sentence, id of the card that shows it), what moves a verdict first; measures of which the same is new stand in one sentence."""
    return [*_verdicts(news, measures), *_periods(news, measures), *_restated(news, measures), *_entered(news), *_undone(news)]


def _verdicts(news: News, measures: Mapping[str, Measure]) -> Iterator[Line]:
    turned = [one for one in news.verdicts if one.before is not None]
    first = _together((one.now, _name(measures, one.measure_id)) for one in news.verdicts if one.before is None)
    yield from ((_turned(one, _name(measures, one.measure_id)), "team-measures") for one in turned)
    yield from ((_first(now, names), "team-measures") for now, names in first.items())


def _turned(one: TurnedVerdict, name: str) -> str:
    return f"The verdict on {name} is now {VERDICT_WORDS[one.now].lower()}; it was {VERDICT_WORDS[one.before].lower()}."


def _first(now: str, names: Sequence[str]) -> str:
    theirs = "has its" if len(names) == 1 else "have their"
    return f"{capitalised(listed(names))} {theirs} first verdict: {VERDICT_WORDS[now].lower()}."


def _periods(news: News, measures: Mapping[str, Measure]) -> Iterator[Line]:
    spans = _together((_span(measures[measure_id].grain, days), _name(measures, measure_id)) for measure_id, days in news.periods.items())
    yield from ((f"New numbers on {listed(names)}: {span}.", "team-run") for span, names in spans.items())


def _together(said: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The names of which the same is said, by what is said."""
    found: dict[str, list[str]] = {}
    for words, name in said:
        found.setdefault(words, []).append(name)
    return found


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
