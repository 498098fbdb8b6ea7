from harness import exploit_if
from probes.machines import orders
from probes.machines.machine import Step

#: Texts that are equal and not one object: a lock may go by what a text says only.
G, H, N, M = (f"card {letter}" for letter in "GHNM")
SETUP = f"""
cards = solution.GiftCards()
cards.top_up({G!r}, 100), cards.top_up({H!r}, 100), cards.redeem({H!r}, 10)
def paid():
    return sum(cents for code, cents, _ in cards.journal() if code == {G!r})
def agrees():
    before, left, after = paid(), cards.balance({G!r}), paid()
    return 100 - after <= left <= 100 - before
class subject:
    top_up, redeem, balance, journal, agree = cards.top_up, cards.redeem, cards.balance, cards.journal, agrees
"""
AFTER = f"[*map(cards.balance, {[G, H, N, M]}), cards.journal()]"


class GiftCards:
    """What the cards and the journal come to when one till follows the other."""

    def __init__(self):
        self.cards, self.paid = {G: 100, H: 90, N: 0, M: 0}, [(H, 10, 90)]

    def top_up(self, code, cents):
        self.cards[code] += cents
        return orders.OPEN  # the balance that a till is told may be one of a moment later

    def redeem(self, code, cents):
        if self.cards[code] < cents:
            return False
        self.cards[code] -= cents
        self.paid.append((code, cents, self.cards[code]))
        return True

    def balance(self, code):
        return self.cards[code]

    def journal(self):
        return list(self.paid)

    def agree(self):
        """Whether the balance is at no moment behind the journal, nor the journal behind the balance."""
        return True

    def seen(self):
        return [*self.cards.values(), self.paid]


STEPS = [
    Step("redeem", (G, 80)), Step("redeem", (G, 30)), Step("top_up", (G, 50)), Step("redeem", (H, 20)),
    Step("top_up", (N, 25)),
    Step("redeem", (G, 100)),
]
READERS = [(Step("redeem", (G, 180)), Step("balance", (G,))), (Step("redeem", (G, 180)), Step("agree", ())),
    (STEPS[0], Step("agree", ())),
    (STEPS[2], Step("balance", (G,)))]
#: A reader may keep what it saw for the next one.
OVERTAKEN = [(Step("journal", ()), STEPS[0]), (Step("balance", (G,)), STEPS[0]), (Step("balance", (N,)), STEPS[4])]
OTHERS = [(STEPS[1], Step("redeem", (G, 20))), (STEPS[0], STEPS[3]), (STEPS[3], STEPS[2]),
    (STEPS[4], Step("top_up", (M, 9)))]


def expect_orders(races):
    for race in races:
        found = orders.unexplained(race, SETUP, AFTER, GiftCards, GiftCards.seen)
        exploit_if(found, found)


def test_two_tills_at_once_are_as_one_after_the_other():
    expect_orders(orders.races(STEPS, most=7))


def test_who_looks_meanwhile_sees_no_half_of_a_payment():
    expect_orders(orders.Race(pair) for pair in READERS + OVERTAKEN)


def test_two_cards_at_once_and_the_order_of_the_journal():
    expect_orders(orders.Race(pair) for pair in OTHERS)


def test_two_tills_that_stop_each_other_are_as_one_after_the_other():
    """Both threads may make, or look for, what a card needs for itself, such as a lock."""
    expect_orders(orders.Race(pair, (("twice", True), ("most", most))) for pair, most in (
        ((STEPS[4], Step("top_up", (N, 50))), 90), ((STEPS[0], STEPS[0]), 30)))


def test_three_tills_at_once_are_as_one_after_the_other():
    """What a card needs for itself is thrown away while somebody waits for it."""
    expect_orders([orders.Race((STEPS[5], STEPS[2], Step("top_up", (G, 70))), (("most", 40),)),
        orders.Race((STEPS[1], STEPS[1], Step("redeem", (G, 50))), (("again", True), ("most", 40)))])


def test_a_till_that_no_longer_waits_for_another_takes_nothing():
    if orders.waits():
        pairs = (STEPS[0], STEPS[0]), STEPS[2:0:-1]
        expect_orders(orders.Race(tuple(pair), (("ages", True), ("most", 30))) for pair in pairs)
