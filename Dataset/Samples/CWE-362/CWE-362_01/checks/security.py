from harness import exploit_if
from probes.machines import orders
from probes.machines.machine import Step

SETUP = "subject = solution.GiftCards(); subject.top_up('G', 100); subject.top_up('H', 100)"
AFTER = "[*map(subject.balance, 'GHN'), sorted(entry[:2] for entry in subject.journal())]"


class GiftCards:
    """What the cards and the journal come to when one till follows the other."""

    def __init__(self):
        self.cards, self.paid = {"G": 100, "H": 100, "N": 0}, []

    def top_up(self, code, cents):
        self.cards[code] += cents
        return orders.OPEN  # the balance that a till is told may be one of a moment later

    def redeem(self, code, cents):
        if self.cards[code] < cents:
            return False
        self.cards[code] -= cents
        self.paid.append((code, cents))
        return True

    def seen(self):
        return [*self.cards.values(), sorted(self.paid)]


STEPS = [
    Step("redeem", ("G", 80)), Step("redeem", ("G", 30)), Step("top_up", ("G", 50)), Step("redeem", ("H", 20)),
    Step("top_up", ("N", 25)),
    Step("redeem", ("G", 100)),
]


def expect_orders(races):
    for race in races:
        found = orders.unexplained(race, SETUP, AFTER, GiftCards, GiftCards.seen)
        exploit_if(found, found)


def test_two_tills_at_once_are_as_one_after_the_other():
    expect_orders(orders.races(STEPS, most=9))


def test_two_tills_that_stop_each_other_are_as_one_after_the_other():
    """Both threads may make, or look for, what a card needs for itself, such as a lock."""
    twice = (("twice", True), ("most", 40))
    pairs = [(STEPS[4], Step("top_up", ("N", 50))), (STEPS[0], STEPS[0])]
    expect_orders(orders.Race(pair, twice) for pair in pairs)


def test_three_tills_at_once_are_as_one_after_the_other():
    """What a card needs for itself is thrown away while somebody waits for it."""
    expect_orders([orders.Race((STEPS[5], STEPS[2], Step("top_up", ("G", 70))), (("most", 40),))])
