"""How tests ask the Compare page, and read what it says; networks to ask it on."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import urlencode

from flask.testing import FlaskClient

from tests.asking import by_id, components, page_of, text_of
from tests.data_access.builder import Builder

Written = Callable[..., tuple[Builder, FlaskClient]]


def asked(client: FlaskClient, **query: str | int | list[str]) -> dict:
    return page_of(client, f"?{urlencode(query, doseq=True)}", "/compare")


def question(page: dict) -> str:
    return text_of(by_id(page, "question"))


def sentence(page: dict) -> str:
    return text_of(by_id(page, "compare-sentence"))


def title(page: dict, card: str) -> str:
    return text_of(by_id(page, f"compare-{card}-title"))


def figure(page: dict, card: str) -> dict:
    return by_id(page, f"compare-{card}-chart")["props"]["figure"]


def is_drawn(page: dict, card: str) -> bool:
    return "gone" not in by_id(page, f"compare-{card}-frame")["props"]["className"]


def dot_names(page: dict) -> list[str]:
    """The teams of the dots, in the order shown."""
    return figure(page, "dots")["data"][-2]["text"]


def table_rows(page: dict) -> list[list[str]]:
    return [[text_of(cell) for cell in row["props"]["children"]] for row in components(by_id(page, "compare-table-body")) if row["type"] == "Tr"][1:]


def names(page: dict) -> list[str]:
    return [cells[0].split("  ")[0].removesuffix(" own") for cells in table_rows(page)]


def options(page: dict, name: str) -> list[str]:
    return [option["value"] for option in by_id(page, f"compare-{name}")["props"]["options"]]


def badges(page: dict) -> list[str]:
    kinds = ("badge-set", "badge-fixed")
    return [text_of(one) for one in components(by_id(page, "compare-badges")) if one["props"].get("className") in kinds]


def links(part: object) -> dict[str, str]:
    return {text_of(one): one["props"]["href"] for one in components(part) if one["type"] == "A" and "href" in one["props"]}


def file_of(client: FlaskClient, name: str, **query: str | list[str]) -> list[dict[str, str]]:
    answer = client.get(f"/csv/compare/{name}?{urlencode(query, doseq=True)}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def write_teams(made: Builder, many: int, *, reporting: int | None = None, visibility: str = "network", standing: str = "core") -> None:
    """Teams t000, t001 and so on, of which so many report two quarters."""
    for place in range(many):
        made.team(f"t{place:03}", name=f"Team {place:03}", setting=("urban", "rural", "")[place % 3], standing=standing, terms={"visibility": visibility})
    lines = []
    for place in range(many if reporting is None else reporting):
        people = 100 + 3 * place
        for group, share in (("black", 0.5), ("white", 0.7)):
            cells = " ".join(f"{round(people * (share + 0.01 * month))}/{people}" for month in range(6))
            lines.append(f"t{place:03} {group} 2025-07-01 {cells}")
    made.reports("\n".join(lines))
    made.keep()


def from_terms(made: Builder) -> None:
    """Every team has the first quarter as its baseline."""
    with made.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE team_measure SET baseline_from = '2025-01-01', baseline_to = '2025-03-31'")
    made.keep()
