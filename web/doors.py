"""Who may pass which door: one table. A door that is not in it keeps the app from starting."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import dash
from dash import Dash

from data_access.viewer import ADMINISTRATOR, COACH, FUNDER, LEAD, READER, TEAM_MEMBER

STRANGER = "stranger"
# In the order of the printed table. Those who read data; an administrator keeps accounts and reads none.
READING = (TEAM_MEMBER, COACH, FUNDER, READER, LEAD)
ROLES = (STRANGER, *READING, ADMINISTRATOR)

Allowed = frozenset[str]
EVERYBODY: Allowed = frozenset(ROLES)
READERS: Allowed = frozenset(READING)
SIGNED_IN: Allowed = frozenset({*READING, ADMINISTRATOR})
ADMINISTRATORS: Allowed = frozenset({ADMINISTRATOR})
# A team chooses for itself: neither its coach nor the network's lead does. Whose team it is, is asked where the choice is read.
MEMBERS: Allowed = frozenset({TEAM_MEMBER})
NOBODY: Allowed = frozenset()

ROUTES: dict[str, Allowed] = {
    "/healthz": EVERYBODY,
    "/readyz": EVERYBODY,
    "/_favicon.ico": EVERYBODY,
    "/assets/<path:filename>": EVERYBODY,
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": EVERYBODY,
    "/": READERS,
    "/<path:path>": READERS,
    "/_dash-layout": READERS,
    "/_dash-dependencies": READERS,
    "/_dash-update-component": READERS,
    "/csv/<page_name>/<card>": READERS,
    "/blank-files.zip": READERS,
    "/see-as": READERS,
    "/who-sees": MEMBERS,
    "/who-sees/<team_id>": MEMBERS,
    "/sign-in": EVERYBODY,
    "/sign-in/code": EVERYBODY,
    "/sign-in/openid": EVERYBODY,
    "/sign-in/openid/back": EVERYBODY,
    "/sign-out": EVERYBODY,
    "/sign-out/openid": EVERYBODY,
    "/forgotten": EVERYBODY,
    "/new-password": EVERYBODY,
    "/account": SIGNED_IN,
    "/account/password": SIGNED_IN,
    "/account/second-factor": SIGNED_IN,
    "/account/second-factor/<what>": SIGNED_IN,
    "/account/sessions/<what>": SIGNED_IN,
    "/accounts": ADMINISTRATORS,
    "/accounts/<int:number>": ADMINISTRATORS,
    "/accounts/<int:number>/<what>": ADMINISTRATORS,
    "/audit": ADMINISTRATORS,
    "/audit/check": ADMINISTRATORS,
    # What Flask and Dash bring along and nobody here needs.
    "/static/<path:filename>": NOBODY,
    "/_reload-hash": NOBODY,
}
# The demo has no accounts, and nothing but the demo has a switch of roles.
OF_ACCOUNTS = ("/sign-in", "/sign-out", "/forgotten", "/new-password", "/account", "/audit")
OF_THE_DEMO = ("/see-as",)
# A page's door is also that of its callback and of its files.
PAGES: dict[str, Allowed] = {
    "network": READERS,
    "teams": READERS,
    "team": READERS,
    "compare": READERS,
    "maturity": READERS,
    "practices": READERS,
    "review": READERS,
    "review of a quarter": READERS,
    "data": READERS,
    "measures": READERS,
    "methods": READERS,
    "help": READERS,
    "not found": READERS,
}
# Dash's own callbacks, by the component that they write: they bring the page of an address, whose own door is then asked.
OF_DASH: dict[str, Allowed] = {"_pages_content": READERS, "_pages_store": READERS, "_pages_dummy": READERS}


def is_there(rule: str, *, is_demo: bool) -> bool:
    """False for a door of accounts in the demo, for the demo's own elsewhere, and for what nobody needs."""
    return bool(ROUTES.get(rule)) and not rule.startswith(OF_ACCOUNTS if is_demo else OF_THE_DEMO)


class UndeclaredDoor(Exception):
    """A route, page or callback without a row in the table."""

    def __init__(self, doors: Iterable[str]) -> None:
        super().__init__(f"No role is declared for: {'; '.join(doors)}. Say in web/doors.py who may pass.")


def require_declared(app: Dash) -> None:
    """Nothing starts with a door that nobody thought about. Raises UndeclaredDoor. To be asked when Dash has completed its set-up."""
    if missing := list(undeclared(app)):
        raise UndeclaredDoor(missing)


def undeclared(app: Dash) -> Iterator[str]:
    """The doors without a row in the table, each by its kind and name."""
    yield from (f"route {rule.rule}" for rule in app.server.url_map.iter_rules() if rule.rule not in ROUTES)
    yield from (f"page {page['name']}" for page in dash.page_registry.values() if page_key(page["name"]) not in PAGES)
    yield from (f"callback {output}" for output in app.callback_map if of_callback(output) is None)


def of_page(name: str) -> Allowed:
    """Who may see this page, ask its callback and take its files."""
    return PAGES.get(page_key(name), NOBODY)


def page_key(name: str) -> str:
    return name.lower()


def of_callback(output: str) -> Allowed | None:
    """Who may ask for this output; None where it belongs to no page, or to several."""
    owners = {_owner(part) for part in output.removeprefix("..").removesuffix("..").split("...")}
    found = {OF_DASH.get(owner, PAGES.get(owner)) for owner in owners}
    return found.pop() if len(found) == 1 else None


def _owner(output: str) -> str:
    """Whose a component is: a page's bear its name before the first hyphen."""
    component_id = output.rpartition(".")[0]
    name = json.loads(component_id)["type"] if component_id.startswith("{") else component_id
    return name if name in OF_DASH else name.partition("-")[0]


def rows() -> Iterator[tuple[str, Allowed]]:
    """Each door and who may pass it, as the handbook prints them."""
    yield from ((f"`{rule}`", allowed) for rule, allowed in ROUTES.items())
    yield from ((f"page {name}, its callback, its files", allowed) for name, allowed in PAGES.items())
    yield from ((f"callback `{component}`", allowed) for component, allowed in OF_DASH.items())
