"""Pages as they are served: asked by a known viewer, kept ready for each version of the store, with designed bad days."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from urllib.parse import parse_qs, unquote

import dash
import orjson
from dash import Dash, Input, Output, State
from dash.development.base_component import Component
from flask import Response, current_app, request

from components.notices import trouble
from data_access.store import reading, remembered, store_version
from data_access.viewer import Viewer
from equity.errors import ReaderError
from web.addresses import referring
from web.doors import of_page
from web.plain import WHOLE, as_content, as_json, folded, name_of
from web.viewers import require, viewer_of_request

Query = Mapping[str, str | list[str]]
# What a callback sends: one value, or one for each of many components, by what tells them apart.
Part = orjson.Fragment | dict[str, orjson.Fragment]
QUERY = Input("query", "data")
VERSION = State("shown", "data-version")
# The property of an output whose content is written as a whole: Dash looks for nothing in it (web/plain.py).
CONTENT_OF = "content"
# Names that Dash gives: where a page stands, the route of every path that is nothing else, and the page for a path that is no page's.
CONTENT, ANY_PATH, NO_PAGE = "_pages_content", "/<path:path>", "not_found_404"
PATH = State("_pages_location", "pathname")


def serve_pages(app: Dash) -> None:
    """Wrap every registered page's layout, and register its one callback if it has one.

    A page registers: layout(viewer, query), where the variables of its path stand in the query; `outputs`, what changes with a choice: found
    in the layout of the new address, or in changing(viewer, query), a layout of less, or made by update(viewer, query), where an output of many
    components takes a value for each by what tells them apart in their ids; listings: name -> (viewer, query); tells_news: its layout says what is new since
    the viewer's last visit, so it is kept for each such moment.
    """
    for page in dash.page_registry.values():
        layout, outputs = page["layout"], page.get("outputs", ())
        update = page.get("update") or parts_of_layout(page.get("changing", layout), outputs)
        page["layout"] = served_layout(page, layout, outputs)
        if outputs:
            served = served_update(page, update, outputs, whole=page["layout"])
            app.callback(*outputs, QUERY, VERSION, PATH, prevent_initial_call=True)(served)

    @app.server.after_request
    def missing(response: Response) -> Response:
        # The page that says so is drawn in the browser; a machine reads the status alone.
        if response.status_code == 200 and request.endpoint == ANY_PATH and not is_page(request.path):
            response.status_code = 404
        return response


def is_page(path: str) -> bool:
    """True where a page stands at this path, with or without a slash at its end."""
    return any(path_variables(page, path) is not None for page in dash.page_registry.values() if not page["module"].endswith(NO_PAGE))


def path_variables(page: Mapping, path: str) -> dict[str, str] | None:
    """What a page's path says, by the names in its template; None where the path is not that page's."""
    pattern = re.sub(r"<(\w+)>", r"(?P<\1>[^/]+)", (page.get("path_template") or page["path"]).strip("/"))
    found = re.fullmatch(pattern, unquote(path).strip("/"))
    return found.groupdict() if found else None


def reached_ids(outputs: Sequence[Output]) -> frozenset[str]:
    """The components that a page's callback writes and reads, each by its id; those of one id for many are known by its form."""
    return frozenset({VERSION.component_id, *(output.component_id for output in outputs if isinstance(output.component_id, str))})


def place_names(outputs: Sequence[Output]) -> frozenset[str]:
    """The components whose content is written as a whole; those of one id for many by its type."""
    ids = [output.component_id for output in outputs if output.component_property == CONTENT_OF]
    return frozenset(one if isinstance(one, str) else one["type"] for one in ids)


def parts_of_layout(layout: Callable, outputs: Sequence[Output]) -> Callable:
    """An update that lays the page out anew and takes from it what changes with a choice."""
    places = place_names(outputs)

    def update(viewer: Viewer, query: Query) -> list[object]:
        known = {id_key(part.id): part for part in components_of(layout(viewer, query), places) if getattr(part, "id", None) is not None}
        return [getattr(known[id_key(output.component_id)], held_as(output), None) for output in outputs]

    return update


def held_as(output: Output) -> str:
    """The property of a component in a layout that this output writes."""
    return "children" if output.component_property == CONTENT_OF else output.component_property


def id_key(component_id: str | Mapping) -> str | tuple:
    """A component's id as a key."""
    return component_id if isinstance(component_id, str) else tuple(sorted(component_id.items()))


def components_of(tree: object, places: Collection[str] = ()) -> Iterator[Component]:
    """Every component of a layout that a callback may reach, the outer ones first. places: those whose content is written as a whole."""
    left = [tree]
    while left:
        part = left.pop()
        if isinstance(part, list | tuple):
            left += reversed(part)
        elif isinstance(part, Component):
            yield part
            # Nothing in a table or a place is reached, and most of a layout's components stand there.
            left += () if isinstance(part, WHOLE) or name_of(part) in places else (getattr(part, "children", None),)


def served_layout(page: Mapping, layout: Callable, outputs: Sequence[Output]) -> Callable:
    """The layout for whoever asks; a ReaderError becomes a page that says what to do."""
    reached, places = reached_ids(outputs), place_names(outputs)

    def built(viewer: Viewer, query: Query) -> orjson.Fragment:
        # Which state of the store the page shows: a change of a filter asks for the same.
        content = dash.html.Div(layout(viewer, query), id=VERSION.component_id, **{VERSION.component_property: shown_version()})
        return as_json(folded(content, reached, places))

    def served(**query: str | list[str]) -> orjson.Fragment | dash.html.Main:
        require(of_page(page["name"]))
        # A value in the query does not stand for one in the path.
        asked = {**query, **(path_variables(page, asked_path()) or {})}
        try:
            viewer = viewer_of_request()
            since = viewer.since if page.get("tells_news") else None
            return remembered((page["name"], "layout", viewer.scope, since, key_of(asked)), lambda: built(viewer, asked))
        except ReaderError as error:
            log(error)
            return trouble(error, again=referring())

    return served


def served_update(page: Mapping, update: Callable, outputs: Sequence[Output], *, whole: Callable) -> Callable:
    """What changes on a page when the reader chooses; values in the order of its outputs.

    Where the store is another one than the page was made from, or the page has other teams, or nothing can be read, the whole page is made
    anew: parts would not fit.
    """

    reached = reached_ids(outputs)
    wildcards = {place: key_name(output) for place, output in enumerate(outputs) if isinstance(output.component_id, dict)}

    def built(viewer: Viewer, query: Query) -> list[Part]:
        parts = enumerate(zip(outputs, update(viewer, query), strict=True))
        return [{key: sent(output, one) for key, one in part.items()} if place in wildcards else sent(output, part) for place, (output, part) in parts]

    def sent(output: Output, part: object) -> orjson.Fragment:
        return as_content(part, reached) if output.component_property == CONTENT_OF else as_json(folded(part, reached))

    def fits(parts: Sequence[Part]) -> bool:
        asked = dash.ctx.outputs_list
        return all([one["id"].get(key) for one in asked[place]] == list(parts[place]) for place, key in wildcards.items())

    def served(search: str | None, version: str | None, path: str | None) -> object:
        query = {**query_of(search), **(path_variables(page, path or "") or {})}
        # What a ReaderError says is said by the whole page, which meets it again.
        with suppress(ReaderError):
            viewer = viewer_of_request()
            # One reading: the parts are of the very state that the page is held against.
            with reading():
                parts = remembered((page["name"], "update", viewer.scope, key_of(query)), lambda: built(viewer, query))
                is_of_the_page = version == shown_version() and fits(parts)
            if is_of_the_page:
                return [list(part.values()) if place in wildcards else part for place, part in enumerate(parts)]
        dash.set_props(CONTENT, {"children": whole(**query)})
        return dash.no_update

    return served


def asked_path() -> str:
    """The path of the page that is asked for, as the browser's own address says it."""
    body = request.get_json(silent=True) or {}
    return next((str(one.get("value") or "") for one in body.get("inputs", ()) if one.get("property") == PATH.component_property), "")


def key_name(output: Output) -> str:
    """What tells the components of one output apart: the part of its id beside its type."""
    return next(name for name in output.component_id if name != "type")


def shown_version() -> str:
    return str(store_version())


def query_of(search: str | None) -> Query:
    """The query of an address; what is not one is empty."""
    return parse_qs(search[1:], keep_blank_values=True) if isinstance(search, str) and search.startswith("?") else {}


def key_of(query: Query) -> tuple:
    """A query as part of a key."""
    return tuple(sorted((name, (value,) if isinstance(value, str) else tuple(value)) for name, value in query.items()))


def log(error: ReaderError) -> None:
    current_app.logger.warning("A page said why it cannot be shown: %s", type(error).__name__)
