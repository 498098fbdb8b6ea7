from harness import exploit_if
from probes.machines import orders
from probes.machines.machine import Step

SETUP = """
import os, tempfile
folder = tempfile.mkdtemp()
by_link = folder + ".link"
os.symlink(folder, by_link)
class subject:
    def reserve(night, observer):
        return solution.reserve_night(folder, night, observer)
    def reserve_by_link(night, observer):
        return solution.reserve_night(by_link, night, observer)
    def look(night):
        return solution.observer_of(folder, night)
solution.reserve_night(folder, "2032-12-30", "Zoe")  # what a program keeps from one request to the next is there
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

    reserve_by_link = reserve

    def look(self, night):
        return orders.OPEN  # while a night is being reserved, it may be free, or its file not written yet

    def seen(self):
        return self.nights.get("2033-01-01")


LOOK = Step("look", ("2033-01-01",))


def expect_orders(*steps, setup=SETUP, **how):
    race = orders.Race(steps, tuple(how.items()))
    found = orders.unexplained(race, setup, AFTER, Plan, Plan.seen)
    exploit_if(found, found)


def test_two_processes_are_as_one_after_the_other():
    """Each knows the folder by a name of its own; or a server has loaded the program and forked then."""
    expect_orders(VERA, Step("reserve_by_link", TYCHO.arguments), processes=True)
    if orders.keeps_open(SETUP):
        expect_orders(VERA, TYCHO, processes=True, forked=True)


def test_two_requests_of_one_astronomer_are_as_one_after_the_other():
    expect_orders(VERA, VERA, processes=True)


def test_two_requests_that_overtake_each_other_are_as_one_after_the_other():
    expect_orders(VERA, TYCHO, setup=SETUP + AS_PROCESSES, twice=True, most=220)
    expect_orders(VERA, TYCHO, EDWIN, setup=SETUP + AS_PROCESSES, again=True, most=40)


def test_who_looks_meanwhile_changes_nothing():
    expect_orders(VERA, LOOK, setup=SETUP + AS_PROCESSES, most=40)
    expect_orders(LOOK, VERA, setup=SETUP + AS_PROCESSES, most=40)


def test_a_lock_that_others_wait_for_is_not_thrown_away():
    expect_orders(Step("reserve", ("2033-12-31", "Edwin")), VERA, TYCHO, setup=SETUP + AS_PROCESSES, most=40)


def test_a_lock_is_not_taken_from_who_holds_it_for_long():
    if orders.waits():
        expect_orders(VERA, TYCHO, setup=SETUP + AS_PROCESSES, ages=True, most=40)
