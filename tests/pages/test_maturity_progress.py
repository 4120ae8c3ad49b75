"""The progress scale: counted for the network, drawn for the reader's own team, shown without a framework too."""

from __future__ import annotations

from datetime import date

from flask.testing import FlaskClient

from data_access import schema
from tests.asking import by_id, found
from tests.pages.maturing import DOUBLED, TEAM, Written, asked, badges, figure, rows, sentence, title


def test_progress_is_counted_for_the_network_and_drawn_for_the_readers_own_team(client: FlaskClient) -> None:
    page = asked(client, team=TEAM)
    assert title(page, "progress").startswith("The middle team went from 1 to 3.5 on the IHI progress scale")
    assert [trace["name"] for trace in figure(page, "progress-chart")["data"]] == ["self", "coach"]
    assert figure(asked(client), "progress-chart")["data"] == []


def test_a_network_without_a_framework_says_so_and_keeps_its_progress(written: Written) -> None:
    made, client = written()
    made.team("a")
    made.insert(schema.progress_score, {"team_id": "a", "scored_on": date(2025, 7, 31), "rater": "coach", "score": 2.0})
    made.keep()
    page = asked(client, team="a")
    assert sentence(page).startswith("No framework is loaded yet.")
    assert badges(page) == ["Framework:  none loaded"]
    assert found(by_id(page, "maturity-badges"), className=DOUBLED) == []
    assert len(found(page, className="gone")) == 1
    assert title(page, "progress").startswith("The middle team is at 2 on the IHI progress scale")
    assert rows(client, "heat") == []
