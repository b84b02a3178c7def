"""The threats of SECURITY 3: what shows the defence of each, and what of it is not built yet."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Threat:
    """One row: `tests` show its defence, `open` says in words what is still missing of it."""

    key: str
    what: str
    tests: tuple[str, ...]
    open: str = ""


THREATS = (
    Threat(
        "stolen_off",
        "Laptop stolen, off",
        (
            "store/test_opening_the_store.py::test_the_store_of_another_key_is_refused_and_left_alone",
            "store/test_opening_the_store.py::test_a_store_without_encryption_is_refused",
            "sealing/test_opening_a_vault.py::test_another_passphrase_opens_nothing_and_changes_nothing",
            "letters/test_keeping_letters.py::test_the_paper_on_disk_shows_nothing",
        ),
        "no scan for planted names over every file and buffer of a whole day",
    ),
    Threat(
        "stolen_locked",
        "stolen, locked or asleep",
        (
            "ui/start/test_running_the_whole_program.py::test_a_lock_closes_the_store_and_starts_afresh_with_the_reason_only",
            "ui/test_locking_by_itself.py::test_five_minutes_without_a_sign_of_life_lock",
            "ui/test_locking_by_itself.py::test_a_laptop_that_slept_is_locked_when_it_wakes",
        ),
        "the memory of the machine is not read after a lock; the system does not tell of its own"
        " lock, its lid or another user",
    ),
    Threat(
        "stolen_unlocked",
        "stolen, unlocked",
        (
            "ui/test_locking_by_itself.py::test_five_minutes_without_a_sign_of_life_lock",
            "ui/settings/test_changing_keys_in_the_window.py::test_a_wrong_passphrase_changes_nothing_and_says_what_to_look_at",
        ),
        "the passphrase is not asked again before an erasure or a hand-over",
    ),
    Threat(
        "shared_laptop",
        "shared laptop",
        (
            "sealing/test_opening_a_vault.py::test_files_of_a_vault_belong_to_one_person",
            "sealing/test_opening_a_vault.py::test_two_vaults_share_nothing",
            "test_leaving_nothing_for_others.py::test_a_hardened_program_writes_for_its_owner_and_dumps_nothing",
        ),
        "nobody tries to read as a second user; the process may be looked into by its owner",
    ),
    Threat(
        "looking_over",
        "looking over the shoulder",
        (
            "ui/test_looking_along.py::test_no_other_name_is_anywhere_in_look_along_mode",
            "ui/test_looking_along.py::test_what_concerns_everybody_cannot_be_reached",
            "ui/test_locking_by_itself.py::test_the_cover_hides_every_window_and_its_title",
        ),
    ),
    Threat(
        "curious_colleague",
        "curious colleague at the office",
        (),
        "an office store has one role, and opening a dossier is not written to a log",
    ),
    Threat(
        "stick_lost",
        "stick lost",
        (
            "exchange/test_making_a_bundle.py::test_the_escrow_opens_it_too_and_nobody_else",
            "sealing/test_sealing_a_stream.py::test_nobody_else_opens_it_not_even_the_one_who_sealed_it",
            "exchange/test_packing_an_archive.py::test_the_length_is_the_padded_one",
        ),
    ),
    Threat(
        "bundle_tampered",
        "bundle tampered with",
        (
            "exchange/test_damaging_a_bundle.py::test_no_damaged_envelope_is_taken_for_sound",
            "exchange/test_damaging_a_bundle.py::test_no_damaged_archive_is_taken_for_sound_when_it_is_sealed_again",
            "exchange/test_damaging_a_bundle.py::test_every_single_bit_of_a_bundle_matters",
        ),
    ),
    Threat(
        "bundle_replayed",
        "replayed, old, doubled",
        (
            "exchange/test_receiving_a_bundle.py::test_the_same_bundle_twice_changes_nothing_and_repeats_the_receipt",
            "exchange/test_receiving_a_bundle.py::test_a_late_bundle_gets_the_answer_of_the_head",
        ),
    ),
    Threat(
        "bundle_missing",
        "bundle missing",
        (
            "exchange/test_deciding_on_a_bundle.py::test_missing_numbers_are_named",
            "exchange/test_living_through_histories.py::test_one_bundle_that_arrives_makes_up_for_all_that_did_not",
        ),
    ),
    Threat(
        "fork",
        "fork (copied or restored laptop)",
        (
            "exchange/test_refusing_a_bundle.py::test_a_copied_laptop_is_noticed_and_nothing_is_overwritten",
            "exchange/test_setting_a_laptop_back.py::test_a_restored_laptop_waits_until_a_person_compared_words",
        ),
    ),
    Threat(
        "hostile_bundle",
        "hostile bundle, well signed",
        (
            "exchange/test_receiving_hostile_rows.py::test_a_hostile_sender_gets_a_typed_reason_and_changes_nothing",
        ),
    ),
    Threat(
        "bomb",
        "compression bomb",
        (
            "exchange/test_packing_an_archive.py::test_one_byte_out_of_place_refuses_the_file",
            "class_lists/test_refusing_a_file.py::test_no_more_is_read_than_a_class_list_can_be",
        ),
    ),
    Threat(
        "path_traversal",
        "path traversal, links",
        (
            "exchange/test_packing_an_archive.py::test_every_changed_byte_outside_the_contents_is_refused",
            "exchange/test_refusing_a_bundle.py::test_a_stick_full_of_something_else_is_told_apart",
        ),
    ),
    Threat(
        "sql_injection",
        "SQL injection",
        (
            "search/test_finding_anything.py::test_no_text_can_break_a_search",
            "security/test_never_running_data.py::test_sql_is_put_together_only_where_the_tables_are_known",
            "security/test_never_running_data.py::test_beyond_the_store_only_names_of_our_own_stand_in_sql",
        ),
    ),
    Threat(
        "formula_injection",
        "formula injection in tables",
        (
            "ui/test_exporting_a_table.py::test_the_text_file_opens_by_a_double_click",
            "ui/test_exporting_a_table.py::test_the_workbook_keeps_numbers_and_dates_and_no_formula",
            "ui/test_reading_a_table.py::test_a_cell_that_could_be_a_formula_is_made_harmless",
            "reports/test_drawing_a_report.py::test_text_that_looks_like_a_formula_stays_text",
        ),
        "no office program reads the tables back",
    ),
    Threat(
        "hostile_backup",
        'malicious database as "backup"',
        (
            "backup/test_refusing_what_is_no_whole_backup.py::test_every_damaged_copy_is_found_before_the_store_in_it_is_opened",
            "backup/test_refusing_what_is_no_whole_backup.py::test_another_file_is_no_backup",
            "store/test_opening_the_store.py::test_a_store_that_opens_with_any_key_is_refused",
            "store/test_keeping_promises_of_the_file.py::test_an_open_store_keeps_this_promise",
        ),
    ),
    Threat(
        "forgotten_passphrase",
        "forgotten passphrase",
        (
            "ui/start/test_coming_back_with_the_sheet.py::test_the_words_give_a_new_passphrase_and_kill_the_old_sheet",
            "sealing/test_opening_a_vault.py::test_the_escrow_key_opens_when_it_was_let_in",
        ),
    ),
    Threat(
        "dead_disk",
        "dead disk",
        (
            "backup/test_putting_a_backup_back.py::test_drills_on_random_days_give_every_record_back",
            "backup/test_a_disk_that_refuses.py::test_a_second_medium_holds_what_can_be_put_back",
        ),
    ),
    Threat(
        "disk_fails",
        "power cut, disk full, I/O error",
        (
            "faults/test_cutting_the_power.py::test_no_power_cut_loses_or_tears_what_was_told",
            "faults/test_failing_at_every_operation.py::test_nothing_told_is_lost_wherever_the_disk_fails",
            "sealing/test_keeping_a_reserve.py::test_giving_it_up_frees_the_room_once",
        ),
    ),
    Threat(
        "wrong_clock",
        "wrong clock",
        (
            "store/test_writing_the_journal.py::test_the_day_does_not_change_with_the_clock_of_the_entry",
        ),
        "no message when the clock runs behind the last record, and no day ten years off is tried",
    ),
    Threat(
        "two_instances",
        "two instances",
        (
            "store/test_opening_the_store.py::test_a_second_program_finds_the_store_in_use",
            "ui/start/test_running_the_whole_program.py::test_a_second_start_calls_the_first_window_and_ends",
        ),
        "two starts at the same moment are not tried a hundred times",
    ),
    Threat(
        "letters_in_files",
        "letters in temporary files",
        (
            "letters/test_keeping_letters.py::test_the_preview_is_the_print",
            "letters/test_keeping_letters.py::test_the_paper_on_disk_shows_nothing",
        ),
        "no crash while printing is tried",
    ),
    Threat(
        "pdf_metadata",
        "PDF metadata",
        (
            "letters/test_drawing_letters.py::test_the_document_says_nothing_about_who_made_it_or_with_what",
            "letters/test_drawing_letters.py::test_the_date_of_the_document_is_the_date_of_the_letter",
            "reports/test_drawing_a_report.py::test_the_paper_says_nothing_about_who_made_it",
        ),
    ),
    Threat(
        "swap",
        "swap, hibernation",
        ("ui/test_locking_by_itself.py::test_a_laptop_that_slept_is_locked_when_it_wakes",),
        "the encryption of the disk is not looked for, and keys are not held in memory",
    ),
    Threat(
        "dumps_and_logs",
        "crash dumps, logs",
        (
            "base/test_keeping_people_out_of_the_log.py::test_a_bug_leaves_its_class_and_place_but_not_its_message",
            "base/test_saying_only_the_class_of_a_problem.py::test_the_text_of_a_problem_is_its_class",
            "store/test_opening_the_store.py::test_a_parameter_never_stands_in_an_error_text",
            "ui/start/test_running_the_whole_program.py::test_the_log_of_a_whole_run_holds_no_name",
            "test_leaving_nothing_for_others.py::test_a_hardened_program_writes_for_its_owner_and_dumps_nothing",
        ),
    ),
    Threat(
        "clipboard",
        "clipboard",
        (
            "ui/test_clearing_the_clipboard.py::test_a_copied_text_is_gone_after_a_while",
            "ui/test_clearing_the_clipboard.py::test_a_copied_text_is_marked_as_a_secret",
        ),
    ),
    Threat(
        "recent_files",
        "recent files, thumbnails",
        ("ui/test_forgetting_folders.py::test_a_visited_folder_is_written_down_nowhere",),
    ),
    Threat(
        "cloud_folder",
        "cloud folder, virus scanner",
        (
            "sealing/test_writing_whole_files.py::test_a_file_that_another_program_holds_for_a_moment_is_tried_again",
        ),
        "a folder of a sync service is not refused",
    ),
    Threat(
        "update",
        "update",
        (
            "security/test_talking_to_no_network.py::test_a_day_at_the_screen_asks_for_local_sockets_only",
            "store/test_taking_steps.py::test_a_store_of_a_newer_version_is_refused",
        ),
        "releases are not signed yet, and an older program is not noticed before it meets a newer"
        " store",
    ),
    Threat(
        "dependencies",
        "dependencies",
        (
            "packaging/test_pinning_what_it_is_made_of.py::test_exactly_what_the_lock_pins_is_installed",
            "packaging/test_pinning_what_it_is_made_of.py::test_no_installed_package_has_a_known_weakness",
            "packaging/test_building_twice.py::test_another_folder_zone_mask_and_moment_give_the_same_bytes",
        ),
    ),
)
