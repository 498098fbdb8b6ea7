from harness import exploit_if
from probes.machines import orders
from probes.machines.machine import Step

#: Texts that are equal and not one object: a lock may go by what a text says only.
G, H, N, M = (f"card {letter}" for letter in "GHNM")
SETUP = f"""
subject = solution.GiftCards()
subject.top_up({G!r}, 100), subject.top_up({H!r}, 100)
"""
AFTER = f"[*map(subject.balance, {[G, H, N, M]}), subject.journal()]"


class GiftCards:
    """What the cards and the journal come to when one till follows the other."""

    def __init__(self):
        self.cards, self.paid = {G: 100, H: 100, N: 0, M: 0}, []

    def top_up(self, code, cents):
        self.cards[code] += cents
        return orders.OPEN  # the balance that a till is told may be one of a moment later

    def redeem(self, code, cents):
        if self.cards[code] < cents:
            return False
        self.cards[code] -= cents
        self.paid.append((code, cents, self.cards[code]))
        return True

    def seen(self):
        return [*self.cards.values(), self.paid]


STEPS = [
    Step("redeem", (G, 80)), Step("redeem", (G, 30)), Step("top_up", (G, 50)), Step("redeem", (H, 20)),
    Step("top_up", (N, 25)),
    Step("redeem", (G, 100)),
]
OTHERS = [(STEPS[1], Step("redeem", (G, 20))), (STEPS[0], STEPS[3]), (STEPS[3], STEPS[2]),
    (STEPS[4], Step("top_up", (M, 9)))]


def expect_orders(races):
    for race in races:
        found = orders.unexplained(race, SETUP, AFTER, GiftCards, GiftCards.seen)
        exploit_if(found, found)


def test_two_tills_at_once_are_as_one_after_the_other():
    expect_orders(orders.races(STEPS, most=7))


def test_two_cards_at_once_and_the_order_of_the_journal():
    expect_orders(orders.Race(pair) for pair in OTHERS)


def test_two_tills_that_stop_each_other_are_as_one_after_the_other():
    """Both threads may make, or look for, what a card needs for itself, such as a lock."""
    expect_orders(orders.Race(pair, (("twice", True), ("most", most))) for pair, most in (
        ((STEPS[4], Step("top_up", (N, 50))), 90), ((STEPS[0], STEPS[0]), 30)))


def test_three_tills_at_once_are_as_one_after_the_other():
    """What a card needs for itself is thrown away while somebody waits for it."""
    expect_orders([orders.Race((STEPS[5], STEPS[2], Step("top_up", (G, 70))), (("most", 40),))])
