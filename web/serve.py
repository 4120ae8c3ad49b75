"""Everything that the web puts around the pages, in the order in which a request meets it."""

from __future__ import annotations

from dash import Dash

from web.admission import keep_callbacks, keep_doors, keep_out_other_sites
from web.blank_files import answer_blank_files
from web.callbacks import refuse_malformed
from web.compress import send_compressed
from web.doors import require_declared
from web.downloads import answer_downloads
from web.errors import answer_errors
from web.forgotten import answer_forgotten
from web.forms import write_forms
from web.guard import keep_to_loopback, limit_bodies, wear_headers
from web.health import answer_health
from web.keeping_accounts import answer_accounts
from web.logs import log_lines
from web.openid import answer_openid
from web.own_account import answer_own_account
from web.pages import serve_pages
from web.scripts import send_needed_scripts
from web.second_factor import answer_second_factor
from web.seen_as import answer_switch
from web.sessions import require_tokens
from web.sign_in import answer_sign_in
from web.trail import answer_trail
from web.who_sees import answer_who_sees

ANSWERS = (answer_errors, answer_health, answer_downloads, answer_blank_files, answer_switch, answer_sign_in, answer_who_sees)
OF_ACCOUNTS = (answer_openid, answer_forgotten, answer_own_account, answer_second_factor, answer_accounts, answer_trail)


def serve(app: Dash, *, to_loopback_alone: bool) -> None:
    """Install it all, before the layout of the app is known."""
    server = app.server
    log_lines(server)
    write_forms(server)
    for answer in (*ANSWERS, *OF_ACCOUNTS):
        answer(server)
    limit_bodies(server)
    if to_loopback_alone:
        keep_to_loopback(server)
    keep_out_other_sites(server)
    keep_doors(server)
    require_tokens(app)
    refuse_malformed(app)
    keep_callbacks(app)
    send_compressed(server)
    send_needed_scripts(app)
    serve_pages(app)


def complete(app: Dash) -> None:
    """The last step: the app answers its first request, and every door that it then has is declared. Raises UndeclaredDoor."""
    wear_headers(app)
    require_declared(app)
