"""Which callbacks are answered: those that exist, asked in the shape that the page's own script sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash import Dash, Output
from dash.exceptions import DependencyException, InvalidCallbackReturnValue, UnsupportedRelativePath
from flask import Response, abort, jsonify, request

CALLBACKS = "/_dash-update-component"


def refuse_malformed(app: Dash) -> None:
    """A callback that the page's own script would not send is the asker's fault, 400; a file that no package has is 404."""

    @app.server.before_request
    def well_formed() -> None:
        if request.path != CALLBACKS or request.method != "POST":
            return
        if not request.is_json:
            abort(415, "A question is sent as JSON.")
        if not is_callback(body_of_request(), app.callback_map):
            abort(400, "This is not a question that the page asks.")

    @app.server.errorhandler(InvalidCallbackReturnValue)
    @app.server.errorhandler(UnsupportedRelativePath)
    def malformed(error: Exception) -> tuple[Response, int]:
        app.logger.warning("A callback was asked in a form that the page does not use: %s", type(error).__name__)
        return jsonify(error="Bad Request"), 400

    @app.server.errorhandler(DependencyException)
    def no_such_file(error: DependencyException) -> tuple[Response, int]:
        return jsonify(error="Not Found"), 404


def body_of_request() -> object:
    """The body as JSON; None where it nests deeper than anything of ours."""
    try:
        return request.get_json(force=True)
    except RecursionError:
        return None


def is_callback(body: object, known: Mapping[str, Mapping]) -> bool:
    """True for a callback that is known, in the shape that the page's own script sends."""
    if not isinstance(body, dict) or not isinstance(body.get("output"), str) or "callback" not in known.get(body["output"], {}):
        return False
    callback = known[body["output"]]
    changed = body.get("changedPropIds", [])
    return (
        is_given(body.get("inputs"), callback["inputs"])
        and is_given(body.get("state", []), callback["state"])
        and is_asked(body.get("outputs"), callback["output"])
        and isinstance(changed, list)
        and all(isinstance(one, str) for one in changed)
    )


def is_given(values: object, expected: Sequence[Mapping[str, str]]) -> bool:
    """True where there is a value for each expected property. All of ours are parts of an address: text, or nothing yet; a path is never nothing."""
    if not isinstance(values, list) or len(values) != len(expected):
        return False
    return all(
        is_named(value, one["id"], one["property"]) and is_text(value.get("value"), or_nothing=one["property"] != "pathname")
        for value, one in zip(values, expected, strict=True)
    )


def is_asked(outputs: object, expected: Sequence[Output]) -> bool:
    """True where each expected output is asked for once; one that stands for many components is asked for as a list."""
    if not isinstance(outputs, list) or len(outputs) != len(expected):
        return False
    return all(is_output(output, one) for output, one in zip(outputs, expected, strict=True))


def is_output(output: object, expected: Output) -> bool:
    if not isinstance(expected.component_id, dict):
        return is_named(output, expected.component_id, expected.component_property)
    kind = expected.component_id["type"]
    many = output if isinstance(output, list) else [None]
    return all(
        isinstance(one, dict) and isinstance(one.get("id"), dict) and one["id"].get("type") == kind and one.get("property") == expected.component_property
        for one in many
    )


def is_named(part: object, component_id: str, component_property: str) -> bool:
    return isinstance(part, dict) and part.get("id") == component_id and part.get("property") == component_property


def is_text(value: object, *, or_nothing: bool) -> bool:
    """True for text that can be written; half of a surrogate pair cannot."""
    return (value is None and or_nothing) or (isinstance(value, str) and not any("\ud800" <= letter <= "\udfff" for letter in value))
