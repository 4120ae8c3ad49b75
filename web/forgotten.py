"""A link for a new password by e-mail: the same answer, in the same time, whoever has an account."""

from __future__ import annotations

from flask import Flask, Response, abort, current_app, redirect

from data_access.accounts.audit import REFUSED, Line, write_line
from data_access.accounts.reset_links import reset_asked, reset_link_for
from web import clock
from web.admission import SIGN_IN
from web.forms import form_page, say, typed
from web.mail import MAIL, MailServer
from web.outbox import Outbox
from web.sign_in import address, refusal

PAGE, TITLE = "/forgotten", "Ask for a new password"
OUTBOX = "LANTERN_OUTBOX"
ON_ITS_WAY = "If an account has this e-mail, a link is on its way. It holds for one hour and one use."
SUBJECT = "Your new password for Lantern"
# Nothing of the network, of a role or of a name: a mailbox is read by others.
TEXT = """Somebody asked for a new password for the account with this e-mail.

Set it here, within one hour:
{link}

The link works once. If you did not ask for it, do nothing: your password stays as it is.

Lantern, {site}
"""


def answer_forgotten(server: Flask) -> None:
    """Install the page, where mail is sent."""
    server.config[OUTBOX] = Outbox(server.logger)

    @server.get(PAGE)
    def forgotten_page() -> str:
        mail_server()
        return form_page("forgotten.html", TITLE)

    @server.post(PAGE)
    def forgotten() -> Response:
        mail, email = mail_server(), typed("email")
        refused = reset_asked(email, address(), clock.now())
        if refused:
            return refusal(refused, form_page("forgotten.html", TITLE, fault=refused.words))
        current_app.config[OUTBOX].put(lambda: send_link(mail, email))
        say(ON_ITS_WAY)
        return redirect(SIGN_IN, 303)


def mail_server() -> MailServer:
    """Who sends mail; 404 where nobody does."""
    return current_app.config[MAIL] or abort(404)


def send_link(mail: MailServer, email: str) -> None:
    """Send a link where an account that may sign in has this e-mail; the trail says where a mail could not be handed over."""
    link = reset_link_for(email, clock.now())
    if link is None:
        return
    try:
        mail.send(link.account.email, SUBJECT, TEXT.format(link=mail.site + link.path, site=mail.site))
    except OSError:
        write_line(Line("reset_link", f"mail to account {link.account.account_id} was not taken", REFUSED), clock.now())
        raise
