"""Which of Dash's own scripts a page brings: those that it uses."""

from __future__ import annotations

from dash import Dash

# The first is for Internet Explorer, takes as long to run as all others together, and makes today's browsers slower; the second draws a table that we have not.
LEFT_OUT = ("/dash/deps/polyfill@", "/dash/dash_table/")


def send_needed_scripts(app: Dash) -> None:
    """Leave the others out of every page."""
    interpolate = app.interpolate_index

    def lean(**parts: str) -> str:
        return interpolate(**{**parts, "scripts": needed(parts["scripts"])})

    app.interpolate_index = lean


def needed(scripts: str) -> str:
    """The script elements, one a line as Dash writes them, without those that are left out."""
    return "\n".join(line for line in scripts.split("\n") if not any(part in line for part in LEFT_OUT))
