"""The funnel: of shares and of rates, and never of own measures."""

from __future__ import annotations

import pytest

from tests.asking import by_id, text_of
from tests.pages.comparing import Written, asked, is_drawn, sentence, write_teams


def test_core_and_own_teams_may_stand_side_by_side_and_are_kept_apart(written: Written) -> None:
    made, client = written()
    write_teams(made, 5)
    made.team("own", name="Zest", standing="own")
    made.reports("own black 2025-10-01 40/100 40/100 40/100\nown white 2025-10-01 80/100 80/100 80/100")
    made.keep()
    page = asked(client)
    assert "Diamond: teams that chose the measure for themselves are marked “own”." in text_of(by_id(page, "compare-dots-head"))
    assert "of five" in sentence(page)
    assert "not compared: own measure" in text_of(by_id(page, "compare-funnel-foot"))


def test_a_rate_per_1_000_has_a_funnel_too(written: Written) -> None:
    made, client = written()
    made.measure(measure_id="deaths", number="rate", improvement_direction="lower", multiplier=1000, people="births", meaningful_change=1.0)
    for place in range(5):
        made.team(f"t{place}", "deaths", name=f"Team {place}")
        made.reports(
            f"t{place} black 2025-07-01 1{place}/1000 15/1000 14/1000\nt{place} white 2025-07-01 11/2000 12/2000 13/2000", measure_id="deaths", number="rate"
        )
    made.keep(["deaths"])
    page = asked(client, measure="deaths")
    assert is_drawn(page, "funnel")
    assert "per 1,000" in text_of(by_id(page, "compare-funnel-foot"))


@pytest.mark.parametrize(("policy", "is_said"), [("rounded", True), ("public_data", False)])
def test_where_sizes_are_told_as_ranges_the_funnel_says_where_teams_stand(written: Written, policy: str, is_said: bool) -> None:
    made, client = written(release_policy=policy)
    write_teams(made, 5)
    made.keep()
    page = asked(client)
    assert is_drawn(page, "funnel")
    assert ("A team stands at the fewest people that its range allows." in text_of(by_id(page, "compare-funnel-head"))) is is_said
