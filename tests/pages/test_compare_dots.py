"""The dots: a row a team, page by page in a large network."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.asking import by_id, text_of
from tests.pages.comparing import Written, asked, dot_names, figure, is_drawn, links, names, table_rows, write_teams


def test_a_team_that_does_not_work_on_the_measure_says_so_in_dots_and_table(client: FlaskClient) -> None:
    page = asked(client)
    assert "does not apply" in [one["text"] for one in figure(page, "dots")["layout"]["annotations"]]
    assert any("does not apply" in cells for cells in table_rows(page))


def test_more_than_sixty_teams_come_page_by_page_and_one_is_found_by_name(written: Written) -> None:
    made, client = written()
    write_teams(made, 70)
    page = asked(client)
    assert len(names(page)) == len(dot_names(page)) == 24
    assert "70 teams, page 1 of 3" in text_of(by_id(page, "compare-dots-pager"))
    # All of them are held against each other all the same.
    assert len(figure(page, "funnel")["data"][-1]["x"]) == 70
    later = links(by_id(page, "compare-dots-pager"))["Later teams"]
    assert later == "/compare?measure=bp&page=2#compare-dots"
    assert names(asked(client, page=2))[0] == "Team 024"
    assert names(asked(client, find="team 06", order="setting"))[0] == "Team 061"
    assert len(names(asked(client, find="nobody"))) == 0
    assert not is_drawn(asked(client, find="nobody"), "dots")
