"""How tests ask the Maturity page, and read what it says; networks to ask it on."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Sequence
from datetime import date
from urllib.parse import urlencode

from flask.testing import FlaskClient

from data_access import schema
from data_access.viewer import Viewer
from tests.asking import by_id, components, page_of, text_of
from tests.components.plain import walk
from tests.data_access.builder import Builder

Written = Callable[..., tuple[Builder, FlaskClient]]
TEAM = "copperlea"
READER = Viewer("reader")
DOUBLED = "badge-fixed badge-doubled"


def asked(client: FlaskClient, **query: str | list[str]) -> dict:
    return page_of(client, f"?{urlencode(query, doseq=True)}", "/maturity")


def sentence(page: dict) -> str:
    return text_of(by_id(page, "maturity-sentence"))


def title(page: dict, card: str) -> str:
    return text_of(by_id(page, f"maturity-{card}-title"))


def figure(page: dict, chart: str) -> dict:
    return by_id(page, f"maturity-{chart}")["props"]["figure"]


def options(page: dict, name: str) -> list[str]:
    return [option["value"] for option in by_id(page, f"maturity-{name}")["props"]["options"]]


def badges(page: dict) -> list[str]:
    kinds = ("badge-set", "badge-fixed", DOUBLED)
    return [text_of(one) for one in components(by_id(page, "maturity-badges")) if one["props"].get("className") in kinds]


def rows(client: FlaskClient, card: str, **query: str) -> list[dict[str, str]]:
    answer = client.get(f"/csv/maturity/{card}?{urlencode(query)}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff"))))


def laid_out(client: FlaskClient, viewer: Viewer, **query: str) -> object:
    """The page as another viewer would get it."""
    assert page_of(client)
    return sys.modules["pages.maturity"].layout(viewer, query)


def part(layout: object, component_id: str) -> object:
    return next(one for one in walk(layout) if getattr(one, "id", None) == component_id)


def framework(made: Builder, domains: Sequence[str], *, levels: int = 5, framework_id: str = "path", version: str = "1") -> dict[str, str]:
    """A framework with these domains and so many levels, each with its words."""
    key = {"framework_id": framework_id, "version": version}
    made.insert(schema.framework, {**key, "name": "Path"})
    made.insert(schema.framework_domain, *({**key, "domain_id": f"d{at}", "domain": name, "position": at} for at, name in enumerate(domains, 1)))
    words = ({**key, "domain_id": "", "level": level, "label": f"Word {level}", "wording": f"Words of level {level}."} for level in range(1, levels + 1))
    made.insert(schema.framework_level, *words)
    return key


def scored(made: Builder, key: dict[str, str], team_id: str, day: str, levels: Sequence[int], rater: str = "consensus") -> None:
    """One assessment: a level for each domain in turn."""
    with made.engine.connect() as connection:
        number = len(connection.execute(schema.assessment.select()).all()) + 1
    made.insert(schema.assessment, {"assessment_id": number, "team_id": team_id, **key, "assessed_on": date.fromisoformat(day), "rater": rater})
    made.insert(schema.score, *({"assessment_id": number, **key, "domain_id": f"d{at}", "level": level} for at, level in enumerate(levels, 1)))


def network(written: Written, many: int, domains: Sequence[str], *, levels: int = 5) -> tuple[Builder, FlaskClient]:
    """So many teams, each on level 1 at first and on the highest level now."""
    made, client = written()
    key = framework(made, domains, levels=levels)
    for number in range(many):
        made.team(f"t{number:02d}")
        scored(made, key, f"t{number:02d}", "2025-02-01", [1] * len(domains))
        scored(made, key, f"t{number:02d}", "2025-08-01", [levels] * len(domains))
    made.keep()
    return made, client
