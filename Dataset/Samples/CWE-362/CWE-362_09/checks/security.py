import re
from functools import partial

from harness import exploit_if, solution_source
from probes.machines import orders
from probes.machines.machine import Step

SETUP = """
kept = []
if %r and hasattr(solution, "begun_before"):
    night = solution.begun_before
    night.hand_over()
else:
    night = solution.begun_before = solution.Night(5)
def told():
    # What was returned, as it is now.
    return sorted(str(sorted((key, sorted(value.items()) if isinstance(value, dict) else value) for key, value in one.items())) for one in kept)
for place, species, number in %r:
    night.carried(place, species, number)
class subject:
    carried, mistake, moved, total = night.carried, night.mistake, night.moved, night.total
    def at(place):
        kept.append(night.at(place))
        return dict(kept[-1])
    def hand_over():
        kept.append(night.hand_over())
        return {place: dict(found) for place, found in kept[-1].items()}
"""
#: What is left, what was returned as it is now, and how many bars the next animals are worth.
LEFT = "[night.total(), {place: dict(night.at(place)) for place in 'ABC'}, told(), night.carried('C', 'eel', 7), night.total(), night.hand_over()]"

#: Somewhere within a function or class.
MAKES_LOCKS = re.compile(r"^\s+.*(Lock|Condition|Semaphore|Event)\(", re.M)
BEGUN = [("A", "toad", 4), ("B", "newt", 3)]
STEPS = {
    text: Step(text.split()[0], tuple(int(one) if one.isdigit() else one for one in text.split()[1:]))
    for text in ("carried A toad 1", "carried A toad 3", "carried B frog 9", "carried C toad 2", "mistake A toad 3", "mistake A toad 4", "mistake B newt 3", "moved A B toad 3", "moved B A newt 3",
        "moved A C toad 4", "moved A B toad 2", "moved B A toad 2", "carried A toad 4", "carried B newt 3", "carried A toad 7", "total", "hand_over", "at A", "at B")
}


class Model:
    """What the volunteers are told when one call follows the other."""

    def __init__(self, begun):
        self.begin(), setattr(self, "kept", [])
        for bucket in begun:
            self.carried(*bucket)

    def begin(self):
        self.counts, self.bars = {}, 0

    def total(self):
        return sum(self.counts.values())

    def put(self, place, species, number):
        self.counts[place, species] = self.counts.get((place, species), 0) + number

    def carried(self, place, species, number):
        self.put(place, species, number)
        before, self.bars = self.bars, max(self.bars, self.total() // 5)
        return self.bars - before

    def mistake(self, place, species, number):
        enough = self.counts.get((place, species), 0) >= number
        if enough:
            self.put(place, species, -number)
        return enough

    def moved(self, place, other, species, number):
        enough = self.mistake(place, species, number)
        if enough:
            self.put(other, species, number)
        return enough

    def table(self, place):
        return {species: number for (where, species), number in self.counts.items() if where == place and number}

    def tables(self):
        return {place: found for place in "ABC" if (found := self.table(place))}

    def at(self, place):
        self.kept.append(self.table(place))
        return self.kept[-1]

    def hand_over(self):
        found = self.tables()
        self.begin(), self.kept.append(found)
        return found

    def told(self):
        return sorted(str(sorted((key, sorted(value.items()) if isinstance(value, dict) else value) for key, value in one.items())) for one in self.kept)

    def left(self):
        return [self.total(), {place: self.table(place) for place in "ABC"}, self.told(), self.carried("C", "eel", 7), self.total(), self.tables()]


#: Of one thread: there are as many changes, animals, places or bars afterwards as before, and it is another night.
ROWS = {
    "handed over": ("hand_over", "carried C toad 2", "carried C toad 2"),
    "handed over, one bucket": ("hand_over", "carried B frog 9"),
    "handed over, the same again": ("hand_over", "carried A toad 4", "carried B newt 3"),
    "handed over, as many": ("hand_over", "carried A toad 7"),
    "put right": ("carried A toad 3", "mistake A toad 3"),
    "there and back": ("moved A B toad 2", "moved B A toad 2"),
    "taken and put back": ("mistake A toad 4", "carried A toad 4"),
    "looks at A and B": ("at A", "at B"), "looks at B and A": ("at B", "at A"), "looks at A twice": ("at A", "total"), "looks at all and at A": ("total", "at A"), "looks at all and at B": ("total", "at B"),
    "none": ("mistake A toad 3", "carried C toad 2"),
}


def expect_orders(*texts, begun=BEGUN, both=True, most=14, **how):
    """Tried with each of two steps as the one that is stopped; in a night that began before, where that can be."""
    for one in (texts, texts[::-1])[: 2 if both and len(set(texts)) == 2 else 1]:
        race = orders.Race(tuple(orders.Row(tuple(map(STEPS.get, ROWS[text]))) if text in ROWS else STEPS[text] for text in one), tuple(({"most": most, "may_be_whole": True} | how).items()))
        found = orders.unexplained(race, SETUP % (bool(begun) and "ages" not in how, begun), LEFT, partial(Model, begun), Model.left)
        exploit_if(found, found)


def test_buckets_that_come_at_once_are_all_counted_and_worth_their_bars():
    expect_orders("carried A toad 1", "carried A toad 1", most=18)
    expect_orders("carried A toad 1", "carried B frog 9")
    expect_orders("carried C toad 2", "carried C toad 2")


def test_first_calls_of_a_night_are_as_one_after_the_other():
    """Where both make what is needed, both are stopped. Programs that start threads start one for each night."""
    expect_orders("carried A toad 3", "carried A toad 3", begun=[])
    expect_orders("carried A toad 3", "total", begun=[], both=False)
    if MAKES_LOCKS.search(solution_source()):
        expect_orders("carried A toad 3", "carried A toad 3", begun=[], twice=True, most=60)


def test_no_more_is_taken_away_than_there_is():
    expect_orders("mistake A toad 3", "mistake A toad 3")
    expect_orders("mistake A toad 3", "moved A C toad 4")
    expect_orders("moved A B toad 3", "moved A B toad 2")
    expect_orders("moved A B toad 3", "moved B A newt 3")
    expect_orders("mistake A toad 4", "carried A toad 3")
    expect_orders("moved A C toad 4", "carried A toad 1")


def test_a_night_is_handed_over_whole():
    expect_orders("hand_over", "carried A toad 1")
    # Nine are worth a bar in a night that begins, and two in the one that ends: never none, nor what both would give.
    expect_orders("hand_over", "carried B frog 9")
    for other in ("carried C toad 2", "mistake A toad 4", "moved A B toad 3", "hand_over"):
        expect_orders("hand_over", other)


def test_who_looks_sees_no_half_of_a_change():
    expect_orders("moved A B toad 3", "total")
    expect_orders("moved B A newt 3", "total", both=False)
    for other in ("carried A toad 3", "mistake A toad 4", "hand_over"):
        expect_orders(other, "total", both=False)
    for other in ("carried A toad 3", "moved A B toad 3", "hand_over"):
        expect_orders("at A", other)


def test_who_looks_twice_sees_no_change_that_was_undone():
    """What a first look has shown is not gone for the second one of the same thread."""
    for text in ("looks at A and B", "looks at B and A"):
        for other in ("moved A B toad 3", "hand_over"):
            expect_orders(other, text, both=False)
    for other, text in (("moved B A newt 3", "looks at A and B"), ("carried A toad 3", "looks at A twice"), ("carried A toad 3", "looks at all and at A"), ("mistake A toad 4", "looks at A twice"), ("mistake A toad 4", "looks at all and at A"), ("hand_over", "looks at all and at B"), ("hand_over", "looks at A twice")):
        expect_orders(other, text, both=False)


def test_three_at_once_are_as_one_after_the_other():
    expect_orders("carried A toad 1", "carried A toad 3", "hand_over", most=14)
    expect_orders("moved A B toad 3", "mistake A toad 3", "total")
    expect_orders("carried A toad 1", "mistake A toad 4", "carried B frog 9", again=True, most=10)


def test_who_is_held_up_keeps_others_out():
    if orders.waits():
        for one, other in (("carried A toad 1", "carried A toad 3"), ("mistake A toad 3", "mistake A toad 3"), ("hand_over", "carried A toad 1"), ("moved A B toad 3", "total")):
            expect_orders(one, other, ages=True)


def test_who_was_overtaken_by_a_new_night_or_by_what_looks_the_same():
    """What a thread had seen is there again, and is not what it was."""
    for text in ("handed over", "handed over, the same again", "handed over, as many"):
        expect_orders("carried A toad 1", text, both=False)
    expect_orders("carried A toad 1", "handed over, one bucket", begun=BEGUN[:1], both=False)
    expect_orders("moved A B toad 3", "handed over", both=False)
    expect_orders("mistake A toad 3", "handed over", both=False)
    for text in ("put right", "there and back", "taken and put back", "none"):
        expect_orders("moved A C toad 4", text, both=False)
    expect_orders("at A", "there and back", both=False)
