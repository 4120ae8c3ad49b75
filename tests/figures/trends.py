"""Gap trends of every kind that counts can make, and a few by hand."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from equity import blanks
from equity.catalogue import Event
from equity.counts import Count, GapSeries
from equity.periods import period_of, periods_between
from equity.trend import GapTrend, gap_trend
from figures.network_trend_labels import TrendWords
from figures.theme import group_mark
from tests.examples import BASELINE, MEASURE, measure_like, series_of

WORDS = TrendWords("Blood pressure, % of patients", "Blood pressure, %", "Gap: difference", "Gap: ratio", "Black patients", "all other patients")
MARK = group_mark(3, "group")
AS_OF = date(2026, 10, 1)
NASTY = "<b>x</b><script>alert(1)</script> & y"
ESCAPED = "&lt;b&gt;x&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; y"


def trend_of(table: str, *, baseline: tuple[date, date] | None = BASELINE, grain: str = "quarter", **changes: object) -> GapTrend:
    """One line a period from 2024 on: focus, reference."""
    return gap_trend(series_of(table, grain=grain), measure_like(**changes), baseline)


def event(kind: str, number: int, starts_on: date, ends_on: date | None = None, name: str | None = None) -> Event:
    words = name or f"{'Convening' if kind == 'convening' else 'Action period'} {number}"
    return Event(f"{kind}{number}", kind, number, words, starts_on, ends_on or starts_on, "", "")


def counts(*, proportion: bool) -> st.SearchStrategy[Count]:
    """Known counts from none to all, nobody at all, and every blank."""
    people = st.one_of(st.integers(1, 60), st.integers(1, 100_000))
    known = people.flatmap(lambda many: st.integers(0, many if proportion else 3 * many).map(lambda some: Count(some, many)))
    ends = people.flatmap(lambda many: st.sampled_from([Count(0, many), Count(many, many)]))
    blank = st.sampled_from([Count(None, None, kind) for kind in (*blanks.STORED, blanks.HIDDEN)])
    return st.one_of(known, known, known, ends, blank, st.just(Count(0, 0)))


@st.composite
def gap_trends(draw: st.DrawFn) -> GapTrend:
    """Any measure's gap over 0 to 42 periods."""
    number = draw(st.sampled_from(["proportion", "rate"]))
    measure = measure_like(
        number=number,
        improvement_direction=draw(st.sampled_from(["higher", "lower", "neutral"])),
        multiplier=draw(st.sampled_from([1, 100, 1000])),
        grain=draw(st.sampled_from(["month", "quarter", "half-year", "year"])),
        scale=draw(st.sampled_from(["difference", "ratio"])),
        meaningful_change=draw(st.sampled_from([0.1, 1.0, 5.0])),
    )
    grain = "quarter" if measure.grain == "month" else measure.grain
    length = draw(st.one_of(st.integers(0, 12), st.sampled_from([1, 23, 24, 25, 42])))
    first = period_of(date(2001, 1, 1), grain)
    periods = tuple(periods_between(first.start, first.start + timedelta(days=370 * 43), grain))[:length]
    sides = [tuple(draw(st.lists(counts(proportion=number == "proportion"), min_size=length, max_size=length))) for _ in range(2)]
    baseline = draw(st.sampled_from([None, (date(2001, 1, 1), date(2001, 12, 31)), (date(2002, 1, 1), date(2004, 12, 31))]))
    return gap_trend(GapSeries(periods, *sides), measure, baseline)


def half_years(many: int) -> GapTrend:
    """So many half-years of a slowly closing gap."""
    rows = [f"{520 + step}/1000 660/1000" for step in range(many)]
    return gap_trend(series_of("\n".join(rows), grain="half-year", start=date(2001, 1, 1)), measure_like(grain="half-year"), None)


CLOSING = gap_trend(
    series_of("52/100 132/200\n 54/100 132/200\n 53/100 130/200\n 55/100 134/200\n 57/100 134/200\n 58/100 136/200\n 59/100 136/200\n 60/100 136/200"),
    MEASURE,
    BASELINE,
)
