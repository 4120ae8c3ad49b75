"""Questions as the page's own script asks them, and answers as a reader would see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dash import Dash, Output
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from web.sessions import TOKEN_COOKIE

CALLBACKS = "/_dash-update-component"
PAGE = "..".join(("", "_pages_content.children..._pages_store.data", ""))

TOKEN = "X-CSRFToken"


class ReaderClient(FlaskClient):
    """Asks as a browser does that has opened a page: what it posts bears the token of its session. given: the token to send, None = its own."""

    given: str | None = None

    def open(self, *args: object, **options: object) -> TestResponse:
        if options.get("method") == "POST" and TOKEN not in (headers := dict(options.get("headers") or {})):
            options["headers"] = {**headers, TOKEN: self.token() if self.given is None else self.given}
        return super().open(*args, **options)

    def token(self) -> str:
        """The token that the first page brought."""
        found = self.kept_token()
        if not found:
            # Where nobody is signed in, the first page is that of signing in.
            super().open("/", method="GET", follow_redirects=True)
        return found or self.kept_token()

    def kept_token(self) -> str:
        kept = self.get_cookie(self.application.config[TOKEN_COOKIE])
        return kept.value if kept else ""


def page_question(path: str = "/", search: str = "") -> dict:
    """What the browser sends when an address is opened."""
    location = [("pathname", path), ("search", search)]
    return {
        "output": PAGE,
        "outputs": [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}],
        "inputs": [{"id": "_pages_location", "property": name, "value": value} for name, value in location],
        "changedPropIds": ["_pages_location.pathname", "_pages_location.search"],
    }


def update_question(app: Dash, search: str, *, version: str, teams: Sequence[str] = (), path: str = "/", page: str = "network") -> dict:
    """What the browser sends when a reader of a page makes a choice."""
    name, callback = next((name, callback) for name, callback in app.callback_map.items() if f"{page}-sentence" in name)
    return {
        "output": name,
        "outputs": [asked_output(output, teams) for output in callback["output"]],
        "inputs": [{"id": "query", "property": "data", "value": search}],
        "state": [{"id": "shown", "property": "data-version", "value": version}, {"id": "_pages_location", "property": "pathname", "value": path}],
        "changedPropIds": ["query.data"],
    }


def asked_output(output: Output, teams: Sequence[str]) -> dict | list[dict]:
    if isinstance(output.component_id, str):
        return {"id": output.component_id, "property": output.component_property}
    return [{"id": {"type": output.component_id["type"], "team": team}, "property": output.component_property} for team in teams]


def page_of(client: FlaskClient, search: str = "", path: str = "/") -> dict:
    """The content of a page, as JSON of its components."""
    answer = client.post(CALLBACKS, json=page_question(path, search))
    assert answer.status_code == 200
    return answer.json["response"]["_pages_content"]["children"]


def components(part: object) -> Iterator[dict]:
    """Every component in this part of a page, itself first."""
    if isinstance(part, list):
        for one in part:
            yield from components(one)
    elif isinstance(part, dict) and "props" in part:
        yield part
        yield from components(inside(part))


def text_of(part: object) -> str:
    """What a reader reads in this part of a page."""
    if isinstance(part, list):
        return " ".join(filter(None, map(text_of, part)))
    if isinstance(part, dict):
        return text_of(inside(part))
    return "" if part is None else str(part)


def inside(part: dict) -> object:
    """What a component holds, whoever draws it."""
    return held_in(part.get("props", {}))


def held_in(properties: dict) -> object:
    """What a component with these properties holds; also what a callback wrote into one."""
    return properties.get("content", properties.get("children"))


def found(part: object, **properties: object) -> list[dict]:
    """The components whose properties have these values."""
    return [one for one in components(part) if all(one["props"].get(name) == value for name, value in properties.items())]


def by_id(part: object, component_id: str | dict) -> dict:
    """The one component with this id."""
    (one,) = found(part, id=component_id)
    return one


def notices_of(page: object) -> list[str]:
    return [text_of(one) for one in found(page, role="status")]


def panel_teams(page: object) -> list[str]:
    """The teams that have a panel, in the order shown."""
    ids = [one["props"].get("id") for one in components(page)]
    return [one["team"] for one in ids if isinstance(one, dict) and one["type"] == "network-panel"]


def shown_version(page: object) -> str:
    return by_id(page, "shown")["props"]["data-version"]
