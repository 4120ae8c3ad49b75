"""Who has an account, how they sign in, and the trail of what was done.

Every function works on the process's store (data_access.store.connect). now: an aware datetime, handed in by the caller.
address: where the request came from, as the web trusts it. Nothing returned or raised shows a password, hash, secret or token
in its repr or text; a token is read from its attribute alone.

results       Account(account_id, email, name, role, team_ids, is_disabled, has_password, has_second_factor, created, last_sign_in, last_visit)
              SignedIn(account, token)  SecondStep(token)  Refused(why, wait_seconds, words)
              why: WRONG, CODE_NEEDED, CODE_WRONG, STEP_OVER, WAIT (web: 429 and Retry-After), NO_ACCOUNT, LINK_DEAD, PASSWORD_WEAK
              Actor(viewer, account_id, address): who does what an administrator does; Caller(address, browser): who signs in
sign_in       sign_in(email, password, caller, now) -> SignedIn | SecondStep | Refused
second_step   enter_code(token, code, caller, now) -> SignedIn | Refused
openid        sign_in_openid(Claims(issuer, subject, email, email_verified), caller, now) -> SignedIn | Refused
sessions      session_viewer(token | None, now, touch=True) -> Session(account, viewer, ends) | NoSession(why: none, idle, expired, ended, disabled)
              sign_out(token, address, now); sign_out_everywhere(account_id, address, now) -> how many
open_sessions open_sessions(account_id, token, now) -> tuple[OpenSession(name, started, last_seen, address, browser, is_this), ...]
              end_session(account_id, name, address, now) -> bool; end_other_sessions(account_id, keep, address, now) -> how many
              end_sessions_of(actor, account_id, now) -> Account
passwords     change_password(account_id, old, new, address, now, keep=token) -> Account | Refused, ends every session but the kept one
rules         password_rules.password_fault(password, *context) -> why it is refused, in a sentence, or None
reset_links   reset_asked(email, address, now) -> Refused | None    the request's part: the same for every address
              reset_link_for(email, now) -> ResetLink(token, account, ends, path) | None    the mailer's part, outside the request
              reset_link_by(actor, account_id, now) -> ResetLink    handed over by an administrator
              use_reset_link(token, password, address, now) -> Account | Refused
second_factor offer_second_factor(account_id, now) -> Offer(secret, uri); second_factor_on_offer(account_id) -> Offer | None
              confirm_second_factor(account_id, code, address, now) -> RecoveryCodes(codes) | Refused; so new_recovery_codes, by the password
              drop_second_factor(account_id, password, address, now) -> Account | Refused; remove_second_factor(actor, account_id, now)
              recovery_codes.codes_left(account_id) -> how many
sealing       use_keys(present, *before): with which keys secrets are sealed and opened; resealing.reseal(actor, now) -> how many
changes       add_account(actor, NewAccount(email, name, role, team_ids), password | None, now) -> Account
              change_role(actor, account_id, role, team_ids, now), disable(actor, account_id, now), enable(actor, account_id, now) -> Account
directory     accounts(viewer) -> tuple[Account, ...]; account_of_email(viewer, email) -> Account     both for administrators alone
audit         write_line(Line(what, about, outcome, account_id, address), now)    for the web: downloads, refusals at doors
              audit_trail(viewer, Filters(what, account_id, outcome, since, until), page) -> Trail(lines, total, page, pages)
              verify_audit(viewer) -> Verified(lines, head, broken_at | None)
raises        NotAllowed where the viewer is no administrator; AccountRefused, in words, where a change cannot be made; any StoreError
"""
