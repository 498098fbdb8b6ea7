from harness import exploit_if
from probes import interleave

SETUP = "import tempfile; folder = tempfile.mkdtemp(); night = '2033-01-01'"
VERA = "solution.reserve_night(folder, night, 'Vera')"
TYCHO = "solution.reserve_night(folder, night, 'Tycho')"
AFTER = "solution.observer_of(folder, night)"


def race(second=TYCHO, **how):
    return interleave.race(setup=SETUP, steps=[VERA, second], after=AFTER, both_orders=False, **how)


def expect_one_winner(runs):
    for run in runs:
        got = [outcome.value is True for outcome in run.outcomes]
        exploit_if(all(got), f"two astronomers got the same night, the first one stopped at line {run.line}")


def test_two_processes_do_not_get_the_same_night():
    expect_one_winner(race(processes=True))


def test_two_requests_that_overtake_each_other_do_not_get_the_same_night():
    expect_one_winner(race(twice=True))


def test_a_night_that_was_promised_goes_to_nobody_else():
    for run in race(second=f"{TYCHO} and {AFTER}", processes=True):
        told = run.outcomes[1].value
        exploit_if(told == "Tycho" and run.after != "Tycho",
                   f"the night was Tycho's and then became {run.after!r}, the first one stopped at line {run.line}")
