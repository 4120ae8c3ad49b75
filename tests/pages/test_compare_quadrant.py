"""For whom it got better."""

from __future__ import annotations

from tests.pages.comparing import Written, asked, figure


def test_a_neutral_measure_has_no_better_corner(written: Written) -> None:
    made, client = written()
    made.measure(measure_id="neutral", improvement_direction="neutral")
    for place in range(4):
        made.team(f"t{place}", "neutral", name=f"Team {place}")
        made.reports(
            f"t{place} black 2025-01-01 20/100 20/100 20/100 30/100 30/100 30/100\nt{place} white 2025-01-01 50/100 50/100 50/100 50/100 50/100 50/100",
            measure_id="neutral",
        )
    made.keep(["neutral"])
    page = asked(client, measure="neutral")
    assert "Higher, smaller gap" in [one["text"] for one in figure(page, "quadrant")["layout"]["annotations"]]
