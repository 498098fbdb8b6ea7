from functools import partial

from harness import exploit_if
from probes.machines import orders
from probes.machines.machine import Step

#: Both ways of giving the two enclosures: whoever locks them one by one must do so in one order.
SETUP = """
pond, barn = solution.Enclosure(%d), solution.Enclosure(%d)
for enclosure, names in ((pond, %r), (barn, %r)):
    for name in names:
        enclosure.admit(name)
class subject:
    def admit(name):
        return barn.admit(name)
    def back(name):
        return pond.admit(name)
    def release(name):
        return pond.release(name)
    def free(name):
        return barn.release(name)
    def move(name):
        return solution.move(name, pond, barn)
    def return_(name):
        return solution.move(name, barn, pond)
    def swap(one, other):
        return solution.swap(one, pond, other, barn)
    def exchange(one, other):
        return solution.swap(one, barn, other, pond)
    def census():
        return solution.census(pond, barn)
    def board():
        return solution.census(barn, pond)
    def in_pond():
        return pond.animals()
    def in_barn():
        return barn.animals()
    def twice(name):
        return name in barn.animals() and name in pond.animals()
    def nowhere(name):
        return name not in pond.animals() and name not in barn.animals()
"""
STEPS = {
    text: Step(name, tuple(rest))
    for text in ("admit X", "back X", "release A", "free P", "move A", "move B", "return_ P", "swap AP", "swap BP",
        "exchange PA", "census", "board", "in_pond", "in_barn", "twice A", "nowhere A")
    for name, _, rest in [text.partition(" ")]
}


class Centre:
    """What the keepers are told when one call follows the other."""

    def __init__(self, places, pond, barn):
        self.places, self.names = places, [set(pond), set(barn)]

    def put(self, name, where):
        if len(self.names[where]) >= self.places[where] or name in self.names[where]:
            return False
        self.names[where].add(name)
        return True

    def take(self, name, where):
        if name not in self.names[where]:
            return False
        self.names[where].remove(name)
        return True

    def pass_on(self, name, source, target):
        if name not in self.names[source] or not self.put(name, target):
            return False
        return self.take(name, source)

    def admit(self, name):
        return self.put(name, 1)

    def back(self, name):
        return self.put(name, 0)

    def release(self, name):
        return self.take(name, 0)

    def free(self, name):
        return self.take(name, 1)

    def move(self, name):
        return self.pass_on(name, 0, 1)

    def return_(self, name):
        return self.pass_on(name, 1, 0)

    def swap(self, one, other):
        if one not in self.names[0] or other not in self.names[1]:
            return False
        self.names = [self.names[0] - {one} | {other}, self.names[1] - {other} | {one}]
        return True

    def exchange(self, one, other):
        return self.swap(other, one)

    def census(self):
        return [sorted(names) for names in self.names]

    def board(self):
        return self.census()[::-1]

    def in_pond(self):
        return self.census()[0]

    def in_barn(self):
        return self.census()[1]

    def twice(self, name):
        """Whether two looks, the second one where the animal comes from, find it both times. One look may come before a move."""
        return False

    def nowhere(self, name):
        return False


def expect_orders(places, pond, barn, *steps, **how):
    race = orders.Race(tuple(STEPS[step] for step in steps), tuple(how.items()))
    model = partial(Centre, places, pond, barn)
    found = orders.unexplained(race, SETUP % (*places, pond, barn), "solution.census(pond, barn)", model, Centre.census)
    exploit_if(found, f"with {places} places for {pond} and {barn}, {found}")


def test_the_last_place_is_taken_once():
    expect_orders((2, 1), "AB", "", "move A", "move B")
    expect_orders((2, 1), "AB", "", "move A", "admit X")
    expect_orders((2, 1), "AB", "", "admit X", "move A")


def test_an_animal_is_moved_once():
    expect_orders((1, 2), "A", "", "move A", "move A")
    expect_orders((1, 2), "A", "", "release A", "release A")
    expect_orders((1, 2), "A", "", "move A", "release A")
    expect_orders((1, 2), "A", "", "release A", "move A")
    expect_orders((1, 1), "A", "P", "move A", "back X")
    expect_orders((2, 2), "A", "P", "move A", "return_ P")


def test_a_swap_is_one_step():
    expect_orders((1, 1), "A", "P", "swap AP", "exchange PA")
    expect_orders((1, 1), "A", "P", "swap AP", "release A")
    expect_orders((1, 1), "A", "P", "swap AP", "free P")
    expect_orders((1, 1), "A", "P", "swap AP", "back X")
    expect_orders((2, 2), "AB", "P", "swap AP", "return_ P")
    expect_orders((2, 1), "AB", "P", "exchange PA", "swap BP")


def test_the_census_shows_no_half_of_a_change():
    expect_orders((1, 1), "A", "", "move A", "census")
    expect_orders((1, 1), "A", "P", "swap AP", "board")
    expect_orders((1, 1), "A", "", "census", "move A")
    expect_orders((1, 1), "", "P", "board", "return_ P")
    expect_orders((1, 1), "A", "", "board", "move A")
    expect_orders((1, 1), "A", "P", "swap AP", "in_pond")
    expect_orders((1, 1), "A", "P", "swap AP", "in_barn")


def test_two_looks_follow_one_another():
    expect_orders((1, 1), "A", "", "move A", "twice A")
    expect_orders((1, 1), "A", "", "move A", "nowhere A")
    expect_orders((1, 1), "A", "P", "swap AP", "twice A")
    expect_orders((1, 1), "A", "P", "swap AP", "nowhere A")


def test_three_at_once():
    expect_orders((2, 1), "AB", "", "move A", "move B", "admit X", most=24)
    expect_orders((2, 1), "AB", "", "move A", "move B", "admit X", again=True, most=24)


def test_who_no_longer_waits_changes_nothing():
    if orders.waits():
        expect_orders((2, 1), "AB", "", "move A", "move B", ages=True, most=30)
        expect_orders((1, 1), "A", "P", "swap AP", "release A", ages=True, most=30)
