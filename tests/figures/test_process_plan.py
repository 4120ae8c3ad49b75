from __future__ import annotations

from datetime import date

from equity.charts import lines
from equity.process_chart import rate_process
from figures.process_plan import NAMES, plan_of, range_of
from figures.team_run_plan import FLAG
from tests.examples import measure_like, series_of
from tests.figures.test_process_chart import STILL, points, words

SERIES = series_of("\n".join(f"{numerator}/1000 660/1000" for numerator in STILL))
CHART = rate_process(SERIES.focus, SERIES.periods, measure_like(), kind=lines.SHARE)
POINTS = points(SERIES.periods)


def test_the_range_holds_points_limits_and_aim_with_room_for_a_word():
    low, high = range_of(CHART, words())
    assert low < CHART.lines.low.min() < CHART.lines.high.max() < high
    assert range_of(CHART, words(aim=30.0))[0] < 30


def test_flags_and_names_of_phases_take_rows_of_their_own():
    plain = plan_of(CHART, POINTS, words())
    assert plan_of(CHART, POINTS, words(changes=(date(2025, 3, 1),))).plot == plain.plot + FLAG
    assert plan_of(CHART, POINTS, words(phases=(("a", "a"), ("b", "b")))).plot == plain.plot + NAMES


def test_the_axis_runs_from_the_first_day_to_the_last():
    plan = plan_of(CHART, POINTS, words())
    assert (plan.start, plan.end, plan.share(date(2024, 1, 1))) == (date(2024, 1, 1), date(2029, 1, 1), 0)
    assert plan.share(plan.end) == 1
