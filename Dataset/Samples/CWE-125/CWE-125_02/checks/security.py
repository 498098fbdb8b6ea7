from harness import attempt, exploit_if, solution
from probes import database

STOPS = ["Entrance", "Minerals", "Meteorites"]


def museum():
    """A guide with three stops and four notes that no visitor may hear."""
    notes = [database.secret("note") for _ in range(4)]
    return solution.AudioGuide(STOPS + notes, len(STOPS)), notes


def expect_no_note(outcome, notes, what):
    exploit_if(database.leaks(outcome, *notes), f"{what} spoke a note of the staff: {outcome.value!r}")


def test_zero_is_no_stop():
    guide, notes = museum()
    expect_no_note(attempt(guide.select, "0"), notes, "typing 0")


def test_negative_numbers_are_no_stops():
    for typed in ("-1", "-2", "-3", "-4", "-7", " -1", "-01", "−1"):
        guide, notes = museum()
        expect_no_note(attempt(guide.select, typed), notes, f"typing {typed!r}")


def test_other_ways_to_type_zero():
    for typed in ("00", "-0", "+0", " 0 ", "0_0", "٠", "０"):
        guide, notes = museum()
        expect_no_note(attempt(guide.select, typed), notes, f"typing {typed!r}")


def test_back_from_the_first_stop():
    guide, notes = museum()
    for times in range(1, 5):
        expect_no_note(attempt(guide.back), notes, f"going back {times} times")


def test_back_after_a_selected_first_stop():
    guide, notes = museum()
    attempt(guide.select, "2")
    attempt(guide.back)
    expect_no_note(attempt(guide.back), notes, "going back behind stop 1")


def test_a_rejected_number_leaves_no_wrong_position():
    for typed in ("0", "-1", "-2", "4", "5", "6", "7", "900"):
        for move in ("forward", "back"):
            guide, notes = museum()
            attempt(guide.select, typed)
            expect_no_note(attempt(getattr(guide, move)), notes, f"typing {typed} and going {move}")
