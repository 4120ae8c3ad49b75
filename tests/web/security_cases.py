"""Which test holds which case of an attack from outside; and of each case that none holds, why.

The cases are those of the OWASP verification standard that apply to a small web application with accounts, and those of disclosure control, by the
numbers under which the network's reviewers keep them: S what Dash leaves open, A signing in, Z who may see what, D small numbers, C other sites,
U files and what stands in them, H headers, E errors and logs.
"""

from __future__ import annotations

HELD: dict[str, tuple[str, ...]] = {
    "S01 layout and callbacks are told to no stranger": ("test_no_route_answers_a_stranger_but_those_of_the_table",),
    "S02 a team that was not offered": ("test_a_member_receives_the_own_teams_numbers_and_no_others",),
    "S03 a role that the browser names": (
        "test_a_role_in_a_question_is_nothing_that_the_server_reads",
        "test_what_a_browser_says_of_itself_makes_nobody_a_viewer",
    ),
    "S04 ids that fit no place": ("test_a_choice_with_any_part_missing_or_wrong_is_refused", "test_a_callback_that_the_server_does_not_have_is_refused"),
    "S05 a button that one was not shown": ("test_each_callback_answers_whom_the_table_names", "test_nobody_else_opens_them_or_sends_their_forms"),
    "S06 what is no question": ("test_any_json_in_the_place_of_a_question_is_refused", "test_a_body_that_is_no_question_is_refused"),
    "S07 a body without end": ("test_a_body_of_more_than_a_quarter_of_a_megabyte_is_too_large",),
    "S08 a question that says it is something else": ("test_a_question_is_json_and_says_so",),
    "S09 a question from another site": ("test_what_another_site_sends_is_refused",),
    "S10 a question without its session's token": ("test_a_callback_without_the_token_of_its_session_is_refused",),
    "S11 files that a server should not have": ("test_an_unknown_path_is_not_found", "test_there_is_no_debugger_and_no_file_of_ours"),
    "S12 files of packages outside their folders": ("test_a_file_that_no_package_serves_is_not_found",),
    "S13 headers on every answer": ("test_every_answer_wears_the_same_headers",),
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
    "A15 how a hash is kept": (
        "test_hashes_are_argon2id_with_at_least_what_owasp_asks",
        "test_an_old_hash_is_made_anew_by_the_next_sign_in_and_a_current_one_is_left",
    ),
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
    "Z01 exact rows of another team": (
        "test_a_member_receives_the_own_teams_numbers_and_no_others",
        "test_every_cell_that_a_role_is_told_is_what_the_release_says",
    ),
    "Z03 a member's own notes in no other answer": ("test_no_answer_is_another_persons_however_they_are_mixed",),
    "Z04 a funder's view of maturity": (
        "test_levels_of_fewer_than_five_teams_are_counted_for_the_lead_alone",
        "test_moves_of_fewer_than_five_teams_are_for_the_lead_alone",
        "test_a_teams_levels_are_for_its_members_its_coaches_and_the_lead",
    ),
    "Z05 a coach whose team was taken away": (
        "test_another_role_and_other_teams_hold_from_the_next_request_on",
        "test_a_changed_role_holds_from_the_next_request_on",
    ),
    "Z06 a candid note and the lead": ("test_a_candid_note_is_for_the_team_and_its_coaches", "test_evidence_is_for_whoever_sees_the_levels_the_latest_first"),
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
    "D01 everything that a role is told, put together": (
        "test_every_cell_that_a_role_is_told_is_what_the_release_says",
        "test_nothing_small_is_told_to_a_role_to_several_together_or_over_two_loads",
        "test_no_exact_number_is_in_any_byte_that_others_receive",
        "test_the_reference_attacker_finds_nothing",
    ),
    "D02 beside a team's own numbers": (
        "test_no_team_learns_another_teams_small_numbers",
        "test_no_team_learns_what_all_sums_at_once_tell_beside_its_own_numbers",
    ),
    "D03 over two loads": (
        "test_nothing_small_is_told_alone_over_two_loads_or_by_the_later_one",
        "test_no_correction_of_a_few_people_can_be_told_from_what_changed",
        "test_hidden_stays_hidden",
    ),
    "D04 two roles together": ("test_nothing_small_is_told_to_a_role_to_several_together_or_over_two_loads",),
    "D05 what stands beside a hidden number": (
        "test_what_others_are_told_hangs_on_the_release_alone",
        "test_every_column_with_a_number_is_read_or_has_its_reason",
        "test_what_the_demo_tells_follows_from_what_it_releases",
    ),
    "D06 one mark for whatever is hidden": ("test_who_hid_a_number_is_not_told", "test_whoever_takes_markers_for_the_rule_learns_nothing_from_rates"),
    "D07 hidden rows when a table is sorted": (
        "test_a_column_of_numbers_is_sorted_by_value_and_turned_by_a_second_click",
        "test_only_name_size_and_setting_order_the_rows_and_nothing_can_be_sorted_by_the_gap",
    ),
    "D08 what is computed from a hidden number": (
        "test_a_number_that_does_not_follow_from_the_release_is_caught",
        "test_a_value_is_hidden_where_neither_side_may_be_seen",
    ),
    "D11 a lower threshold": (
        "test_no_policy_hides_less_than_the_threshold",
        "test_policies_are_found_by_name_and_the_strictest_stands_for_an_unknown_one",
        "test_a_change_of_policy_or_visibility_is_told_with_what_it_was_and_is",
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
    "U01 files from anybody": (
        "test_a_file_that_is_no_csv_of_ours_says_why_and_where",
        "test_rows_of_another_width_are_faults_and_the_rest_is_read",
        "test_one_fault_refuses_all_and_the_store_stays_as_it_is",
        "test_a_load_that_is_killed_in_the_middle_leaves_the_store_as_it_was",
    ),
    "U06 a guess at a file": ("test_an_unknown_path_is_not_found", "test_there_is_no_file_of_an_unknown_page_or_card"),
    "U07 text that a spreadsheet would run": ("test_text_that_a_spreadsheet_would_run_is_made_harmless",),
    "U08 names that are scripts": (
        "test_a_team_that_is_called_like_a_script_is_words",
        "test_names_from_files_are_no_markup",
        "test_words_from_files_are_no_markup",
        "test_what_a_stranger_wrote_into_the_address_comes_back_harmless",
    ),
    "U09 SQL in a question": (
        "test_any_json_in_the_place_of_any_part_of_any_callback_is_answered_or_refused",
        "test_any_text_in_the_place_of_an_address_is_answered_or_refused",
    ),
    "U10 lines in a line of the log": ("test_an_event_stays_one_line_of_plain_letters", "test_a_long_event_is_cut"),
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
    "E05 a trail that nobody edits": (
        "test_the_database_refuses_to_change_delete_or_replace_a_line",
        "test_each_line_holds_the_hash_of_the_one_before",
        "test_the_trail_has_no_form_that_changes_it",
    ),
    "E07 any JSON is answered or refused": (
        "test_any_json_in_the_place_of_a_question_is_refused",
        "test_any_json_in_the_place_of_any_part_of_any_callback_is_answered_or_refused",
        "test_any_text_in_the_place_of_an_address_is_answered_or_refused",
    ),
}

NOT_YET: dict[str, str] = {
    "S14 which version of Dash the page names": "Dash needs it in the page; the lock keeps it at the one with no known weakness.",
    "Z02 a list of teams in a question": "No callback takes teams as a value: a page's path names one, and what it shows is decided where data are read.",
    "Z11 another person's background job": "There are no background callbacks.",
    "D09 two tables that differ by one cell": "No filter cuts or joins periods or groups: whatever is chosen is shown by the cells of one release.",
    "D10 small numbers in a mail": "The only mail is a link to a new password.",
    "C04 deleting by GET": "Nothing can be deleted.",
    "U02 a workbook with a cell far out": "No workbook is read: only CSV files are, and their rows come in blocks.",
    "U03 contents that lie about themselves": "Nothing is uploaded through the browser; files are read from a folder by a command.",
    "U04 many uploads at once": "Nothing is uploaded through the browser; a second load waits for the first.",
    "U05 names of uploaded files": "Nothing is uploaded through the browser; a file's name is text of the trail and of a fault, cut and on one line.",
    "U11 a scanner's test file": "No scanner is configured: a CSV file is read as numbers and words, and never run.",
    "H02 http leads to https": "The proxy in front does it; the app asks browsers for https from the first answer on, and its cookies go over nothing else.",
    "E03 keys in images and history": "The key comes from the environment alone; no file holds one.",
    "E06 known weaknesses of packages": "It needs a list from outside on the day; the lock is pinned with hashes.",
}
