from harness import exploit_if
from probes import interleave

SETUP = "import tempfile; folder = tempfile.mkdtemp(); night = '2033-01-01'"
VERA = "solution.reserve_night(folder, night, 'Vera')"
TYCHO = "solution.reserve_night(folder, night, 'Tycho')"
AFTER = "solution.observer_of(folder, night)"


# In threads, which are faster, a lock that belongs to a process would not count; one that belongs to an open file does.
AS_PROCESSES = """
import fcntl
def of_the_open_file(file, operation, *part):
    return fcntl.flock(file, operation)
for module in (fcntl, solution):
    if hasattr(module, "lockf"):
        module.lockf = of_the_open_file
"""


def race(second=TYCHO, setup=SETUP, **how):
    return interleave.race(setup=setup, steps=[VERA, second], after=AFTER, both_orders=False, **how)


# The plan may be half written when it is asked for; what the request was answered counts all the same.
TOLD = f"""
def told():
    try:
        return {AFTER}
    except Exception:
        return None
"""


def test_two_processes_do_not_get_the_same_night_and_keep_what_they_were_told():
    for run in race(second=f"[{TYCHO}, told()]", setup=SETUP + TOLD, processes=True):
        tychos, told = run.outcomes[1].value or [None, None]
        exploit_if(run.outcomes[0].value is True and tychos is True,
                   f"two astronomers got the same night, the first one stopped at line {run.line}")
        exploit_if(tychos is True and told == "Tycho" and run.after != "Tycho",
                   f"the night was Tycho's and then became {run.after!r}, the first one stopped at line {run.line}")


def test_two_requests_that_overtake_each_other_do_not_get_the_same_night():
    for run in race(twice=True, setup=SETUP + AS_PROCESSES, most=120):
        got = [outcome.value is True for outcome in run.outcomes]
        exploit_if(all(got), f"two astronomers got the same night, the first one stopped at line {run.line}")


def test_a_lock_that_others_wait_for_is_not_thrown_away():
    runs = interleave.race(
        setup=SETUP + AS_PROCESSES,
        steps=["solution.reserve_night(folder, '2033-12-31', 'Edwin')", VERA, TYCHO],
        after=AFTER,
        most=40,
    )
    for run in runs:
        got = [outcome.value is True for outcome in run.outcomes[1:]]
        exploit_if(all(got), f"two astronomers got the same night, while a third asked, stopped at line {run.line}")
