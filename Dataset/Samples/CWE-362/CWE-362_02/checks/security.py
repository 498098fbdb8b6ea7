from harness import exploit_if
from probes.machines import orders
from probes.machines.machine import Step

SETUP = """
import tempfile
folder = tempfile.mkdtemp()
class subject:
    def reserve(night, observer):
        return solution.reserve_night(folder, night, observer)
"""
AFTER = "solution.observer_of(folder, '2033-01-01')"
# In threads, which are faster, a lock that belongs to a process would not count; one that belongs to an open file does.
AS_PROCESSES = """
import fcntl
def of_the_open_file(file, operation, *part):
    return fcntl.flock(file, operation)
for module in (fcntl, solution):
    if hasattr(module, "lockf"):
        module.lockf = of_the_open_file
"""
VERA, TYCHO, EDWIN = (Step("reserve", ("2033-01-01", name)) for name in ("Vera", "Tycho", "Edwin"))


class Plan:
    """What the astronomers are told when one request follows the other."""

    def __init__(self):
        self.nights = {}

    def reserve(self, night, observer):
        is_free = night not in self.nights
        self.nights.setdefault(night, observer)
        return is_free

    def seen(self):
        return self.nights.get("2033-01-01")


def expect_orders(*steps, setup=SETUP, **how):
    race = orders.Race(steps, tuple(how.items()))
    found = orders.unexplained(race, setup, AFTER, Plan, Plan.seen)
    exploit_if(found, found)


def test_two_processes_are_as_one_after_the_other():
    expect_orders(VERA, TYCHO, processes=True)


def test_two_requests_of_one_astronomer_are_as_one_after_the_other():
    expect_orders(VERA, VERA, processes=True)


def test_two_requests_that_overtake_each_other_are_as_one_after_the_other():
    expect_orders(VERA, TYCHO, setup=SETUP + AS_PROCESSES, twice=True, most=120)


def test_a_lock_that_others_wait_for_is_not_thrown_away():
    expect_orders(Step("reserve", ("2033-12-31", "Edwin")), VERA, TYCHO, setup=SETUP + AS_PROCESSES, most=40)
