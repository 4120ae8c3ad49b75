"""A page brings the scripts that it uses."""

from __future__ import annotations

from flask.testing import FlaskClient

from web.scripts import needed


def test_scripts_that_nobody_uses_are_left_out_and_the_others_keep_their_order() -> None:
    scripts = (
        '<script src="/s/dash/deps/polyfill@7.js"></script>\n<script src="/s/dash/deps/react@18.js"></script>\n<script src="/s/dash/dash_table/b.js"></script>'
    )
    assert needed(scripts) == '<script src="/s/dash/deps/react@18.js"></script>'


def test_a_page_asks_for_react_and_our_own_scripts_and_for_no_other_browsers_help(client: FlaskClient) -> None:
    page = client.get("/").text
    assert "react@18" in page and "assets/view/plain.js" in page
    assert "deps/polyfill" not in page and "dash_table/bundle" not in page
