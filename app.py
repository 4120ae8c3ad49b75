"""create_app(settings) -> the Dash app; `server` is what gunicorn serves."""

from __future__ import annotations

import os
from base64 import b64encode
from pathlib import Path

import dash
from dash import Dash

from components import html
from components.shell import shell
from data_access import store
from data_access.accounts.sealing import use_keys
from figures.theme import PALETTES
from settings import Settings, read_settings
from web.bar import who_is_here
from web.mail import MAIL, MailServer
from web.my_team import teams_to_choose
from web.openid_client import OPENID, OpenIdProvider
from web.plain import folded
from web.proxy import believe_proxy
from web.serve import complete, serve
from web.sessions import DEMO, TOKEN_COOKIE, session_cookies, sign_sessions

INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}
<title>{%title%}</title>
<link rel="icon" href="data:image/svg+xml;base64,%ICON%">
<link rel="preload" href="/assets/fonts/source-sans-3.woff2" as="font" type="font/woff2" crossorigin>
{%css%}
</head>
<body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body>
</html>"""
# In the page itself: a request less, and no page may have more than 25.
ICON = b64encode((Path(__file__).parent / "assets" / "lantern.svg").read_bytes()).decode()
# Where Dash puts a page and its title.
PAGE_PARTS = ("_pages_content", "_pages_dummy")
METAS = [{"name": "viewport", "content": "width=device-width, initial-scale=1"}]


def create_app(settings: Settings) -> Dash:
    """The whole app on the store of these settings; it starts whether or not the store answers."""
    store.connect(settings.database_url)
    use_keys(settings.secret_key, settings.secret_key_before)
    cookies = session_cookies(is_demo=settings.is_demo, port=settings.port)
    app = Dash(
        "app",
        use_pages=True,
        use_async=False,
        enable_mcp=False,
        suppress_callback_exceptions=True,
        index_string=INDEX.replace("%ICON%", ICON),
        meta_tags=METAS,
        title="Lantern",
        # Other pages ask for it; what stands in assets/asked a page brings when a reader asks for it.
        assets_ignore=r"forms\.css",
        assets_path_ignore=[r"^asked$"],
        csrf_token_name=cookies[TOKEN_COOKIE],
    )
    app.server.config[DEMO] = settings.is_demo
    app.server.config[MAIL] = MailServer(settings.smtp_url, settings.smtp_from, settings.public_url) if settings.smtp_url else None
    openid = (settings.oidc_issuer, settings.oidc_client_id, settings.oidc_client_secret, settings.public_url)
    app.server.config[OPENID] = OpenIdProvider(*openid) if settings.oidc_issuer else None
    sign_sessions(app.server, (settings.secret_key, settings.secret_key_before), cookies)
    believe_proxy(app.server, settings.trusted_proxies)
    serve(app, to_loopback_alone=settings.is_demo and not settings.bind_all)
    menu = [(page["name"], page["path"]) for page in dash.page_registry.values() if page["order"] is not None]
    app.layout = lambda: folded(shell(html.Div(dash.page_container), menu=menu, palette=PALETTES, teams=teams_to_choose(), who=who_is_here()), PAGE_PARTS)
    complete(app)
    return app


def __getattr__(name: str) -> object:
    """`app:server` for gunicorn, made when it is asked for: importing this file starts nothing."""
    if name == "server":
        return create_app(read_settings(os.environ)).server
    raise AttributeError(name)
