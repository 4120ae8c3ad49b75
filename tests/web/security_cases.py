"""Which test holds which case of an attack from outside; and of each case that none holds, why.

The cases are those of the OWASP verification standard that apply to a small web application with accounts, by the numbers under which the
network's reviewers keep them: A signing in, Z who may see what, C other sites, H headers, E errors and logs.
"""

from __future__ import annotations

HELD: dict[str, tuple[str, ...]] = {
    "A01 every route and method as a stranger": ("test_no_route_answers_a_stranger_but_those_of_the_table", "test_production_shows_no_data_on_any_route"),
    "A02 unknown person and wrong password look the same": ("test_a_wrong_password_and_an_unknown_person_are_told_the_same",),
    "A03 a link for a password holds once": ("test_a_link_sets_a_password_once", "test_a_link_comes_by_mail_and_sets_a_password_once"),
    "A03 a link by e-mail tells nobody who has an account": (
        "test_known_unknown_and_disabled_are_told_the_same_and_only_one_gets_mail",
        "test_the_answer_takes_as_long_for_an_account_as_for_none",
        "test_the_link_leads_to_the_address_that_is_set_whatever_a_browser_says",
    ),
    "A04 many wrong passwords wait": ("test_too_many_tries_wait_whatever_a_browser_says_of_where_it_is",),
    "A05 a caller does not change its address by a header": (
        "test_nobody_else_is_believed",
        "test_too_many_tries_wait_whatever_a_browser_says_of_where_it_is",
    ),
    "A06 signing in gives a new session": ("test_signing_in_gives_a_new_session_and_ends_the_old_one",),
    "A07 a kept cookie is dead after signing out": ("test_a_cookie_that_was_kept_is_worth_nothing_after_signing_out",),
    "A08 a disabled account is out at once": ("test_an_account_that_is_disabled_is_out_with_the_next_request",),
    "A09 a changed password ends other sessions": ("test_a_changed_password_ends_every_other_session",),
    "A10 sessions end when idle and after a day's work": (
        "test_a_session_ends_by_itself_and_says_so",
        "test_a_session_that_ended_leads_to_sign_in_and_back_to_the_same_view",
    ),
    "A11 flags of the cookie": ("test_in_production_the_cookie_is_for_this_host_over_https_and_for_no_script",),
    "A12 nothing to read in the cookie": ("test_the_cookie_says_nothing_of_who_is_signed_in",),
    "A13 no known key, no forged cookie": (
        "test_a_key_that_can_be_guessed_is_refused_without_showing_it",
        "test_a_session_that_somebody_else_signed_is_none",
    ),
    "A14 weak passwords": ("test_a_wrong_old_or_a_weak_new_password_changes_nothing",),
    "A16 no way out by next": ("test_nobody_is_led_out_of_the_house", "test_an_address_that_might_lead_elsewhere_leads_home"),
    "A17 a second factor, each code once, wrong ones wait": (
        "test_a_second_factor_is_asked_for_after_the_password",
        "test_wrong_codes_wait_and_the_password_does_not_begin_anew",
        "test_the_second_step_alone_opens_nothing",
        "test_a_recovery_code_stands_for_the_app_once",
    ),
    "A18 one's own sessions, and nobody else's": (
        "test_ones_sessions_are_listed_and_one_can_be_ended_from_another",
        "test_nobody_ends_another_persons_session",
    ),
    "A19 the word of an organization's provider": (
        "test_nobody_gets_an_account_by_signing_in_there_and_an_unverified_email_is_none",
        "test_an_answer_belongs_to_the_browser_that_asked_and_holds_once",
        "test_another_nonce_another_audience_another_issuer_and_an_old_token_are_refused",
        "test_a_code_or_state_that_is_none_opens_nothing",
    ),
    "Z03 a member's own notes in no other answer": ("test_no_answer_is_another_persons_however_they_are_mixed",),
    "Z07 another person's link to a file": ("test_each_file_is_for_whom_the_table_names",),
    "Z08 numbers of what is not there": ("test_an_account_that_is_not_there_is_not_found",),
    "Z09 forms of others": ("test_nobody_else_opens_them_or_sends_their_forms",),
    "Z10 fields that nobody asked for": (
        "test_what_a_form_adds_about_whose_account_it_is_is_not_read",
        "test_a_role_in_a_question_is_nothing_that_the_server_reads",
    ),
    "Z12 two people at the same time": ("test_no_answer_is_another_persons_however_they_are_mixed",),
    "Z13 nothing is kept between": ("test_every_answer_wears_the_same_headers",),
    "Z14 back after signing out": ("test_signing_out_leaves_nothing_behind_the_back_button",),
    "Z00 every callback, page and file for every role": (
        "test_each_callback_answers_whom_the_table_names",
        "test_each_page_is_for_whom_the_table_names",
        "test_each_file_is_for_whom_the_table_names",
        "test_every_callback_that_the_page_is_told_of_is_asked_here",
        "test_the_app_does_not_start_with_a_route_a_page_or_a_callback_that_nobody_thought_about",
    ),
    "C01 no token, another's token, an old token": (
        "test_a_callback_without_the_token_of_its_session_is_refused",
        "test_a_token_is_worth_nothing_once_its_session_is_gone",
    ),
    "C02 another site's form or script": ("test_what_another_site_sends_is_refused", "test_a_question_is_json_and_says_so"),
    "C03 no other origin may read": ("test_no_other_site_is_told_that_it_may_read",),
    "C04 nothing changes by GET": ("test_a_cookie_that_was_kept_is_worth_nothing_after_signing_out", "test_the_switch_needs_the_token_and_our_own_page"),
    "C05 other methods, and headers that name one": (
        "test_a_method_that_a_route_does_not_have_is_refused",
        "test_no_header_and_no_field_stands_for_another_method",
    ),
    "C06 no frame": ("test_every_answer_wears_the_same_headers",),
    "H01 headers on every answer": (
        "test_every_answer_wears_the_same_headers",
        "test_an_error_in_a_file_wears_every_header",
        "test_in_production_every_answer_asks_for_https_from_then_on",
    ),
    "E01 a fault tells nothing": ("test_an_error_in_any_callback_is_a_number_to_ask_about", "test_debugging_cannot_be_switched_on_by_the_environment"),
    "E02 no debugger": ("test_there_is_no_debugger_and_no_file_of_ours",),
    "E04 one line an event, and the trail has who did what": (
        "test_an_event_stays_one_line_of_plain_letters",
        "test_an_error_is_told_by_kind_and_place_and_never_by_its_text",
        "test_entries_refusals_and_downloads_are_in_it_with_who_and_from_where",
    ),
    "E07 any JSON is answered or refused": (
        "test_any_json_in_the_place_of_a_question_is_refused",
        "test_any_json_in_the_place_of_any_part_of_any_callback_is_answered_or_refused",
        "test_any_text_in_the_place_of_an_address_is_answered_or_refused",
    ),
}

NOT_YET: dict[str, str] = {
    "A15 how a hash is kept": "Nothing of it is seen over HTTP; the tests of data_access hold it.",
    "Z01 exact rows of another team": "What is exact to whom is decided where data are read; the tests of release hold it.",
    "Z02 a list of teams in a question": "No callback takes teams as a value: a page's path names one, and what it shows is decided where data are read.",
    "Z04 a funder's view of maturity": "What is counted from how many teams on is decided where data are read; the tests of release hold it.",
    "Z05 a coach without the team": "The session reads the account anew with each request; the tests of data_access take a coach's team away.",
    "Z06 a candid note and the lead": "No page shows notes of assessments yet.",
    "Z11 another person's background job": "There are no background callbacks.",
    "C04 deleting by GET": "Nothing can be deleted.",
    "H02 http leads to https": "The proxy in front does it; the app asks browsers for https from the first answer on, and its cookies go over nothing else.",
    "E03 keys in images and history": "The key comes from the environment alone; no file holds one.",
    "E05 a trail that nobody edits": "The database refuses it; the tests of data_access hold it.",
    "E06 known weaknesses of packages": "It needs a list from outside on the day; the lock is pinned with hashes.",
}
