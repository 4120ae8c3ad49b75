"""create_app(settings) -> the Dash app; `server` is what gunicorn serves."""

from __future__ import annotations

import os

import dash
from dash import Dash, html

from components.shell import shell
from data_access import store
from figures.theme import PALETTE
from settings import Settings, read_settings
from web.admission import keep_callbacks, keep_doors, keep_out_other_sites
from web.callbacks import refuse_malformed
from web.compress import send_compressed
from web.doors import require_declared
from web.downloads import answer_downloads
from web.errors import answer_errors
from web.guard import keep_to_loopback, limit_bodies, wear_headers
from web.health import answer_health
from web.logs import log_lines
from web.my_team import teams_to_choose
from web.pages import serve_pages
from web.scripts import send_needed_scripts
from web.sessions import TOKEN_COOKIE, require_tokens, session_cookies, sign_sessions
from web.viewers import DEMO

INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}
<title>{%title%}</title>
<link rel="icon" href="/assets/lantern.svg" type="image/svg+xml">
<link rel="preload" href="/assets/fonts/source-sans-3.woff2" as="font" type="font/woff2" crossorigin>
{%css%}
</head>
<body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body>
</html>"""
METAS = [{"name": "viewport", "content": "width=device-width, initial-scale=1"}]


def create_app(settings: Settings) -> Dash:
    """The whole app on the store of these settings; it starts whether or not the store answers."""
    store.connect(settings.database_url)
    cookies = session_cookies(is_demo=settings.is_demo, port=settings.port)
    app = Dash(
        "app",
        use_pages=True,
        use_async=False,
        enable_mcp=False,
        suppress_callback_exceptions=True,
        index_string=INDEX,
        meta_tags=METAS,
        title="Lantern",
        csrf_token_name=cookies[TOKEN_COOKIE],
    )
    app.server.config[DEMO] = settings.is_demo
    sign_sessions(app.server, settings.secret_key, cookies)
    if settings.is_demo and not settings.bind_all:
        keep_to_loopback(app.server)
    log_lines(app.server)
    answer_errors(app.server)
    limit_bodies(app.server)
    answer_health(app.server)
    answer_downloads(app.server)
    keep_out_other_sites(app.server)
    keep_doors(app.server)
    require_tokens(app)
    refuse_malformed(app)
    keep_callbacks(app)
    send_compressed(app.server)
    send_needed_scripts(app)
    serve_pages(app)
    menu = [(page["name"], page["path"]) for page in dash.page_registry.values() if page["order"] is not None]
    app.layout = lambda: shell(html.Div(dash.page_container), menu=menu, palette=PALETTE, teams=teams_to_choose())
    wear_headers(app)
    require_declared(app)
    return app


def __getattr__(name: str) -> object:
    """`app:server` for gunicorn, made when it is asked for: importing this file starts nothing."""
    if name == "server":
        return create_app(read_settings(os.environ)).server
    raise AttributeError(name)
