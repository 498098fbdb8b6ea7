from harness import exploit_if
from probes import interleave

SETUP = "cards = solution.GiftCards(); cards.top_up('G', 100); cards.top_up('H', 100)"
AFTER = "[cards.balance('G'), cards.journal()]"


def race(first, second):
    return interleave.race(setup=SETUP, steps=[first, second], after=AFTER, both_orders=False)


def test_a_card_is_not_spent_twice():
    for run in race("cards.redeem('G', 80)", "cards.redeem('G', 80)"):
        paid = [outcome.value for outcome in run.outcomes].count(True)
        exploit_if(paid == 2, f"a card of 100 paid 80 twice, with the first thread stopped at line {run.line}")
        exploit_if(run.after[0] < 0, f"a balance of {run.after[0]}, with the first thread stopped at line {run.line}")


def test_no_payment_is_forgotten():
    for run in race("cards.redeem('G', 30)", "cards.redeem('G', 20)"):
        paid = [outcome.value for outcome in run.outcomes]
        exploit_if(paid == [True, True] and run.after[0] > 50,
                   f"payments of 30 and 20 left {run.after[0]} of 100, stopped at line {run.line}")


def test_no_top_up_is_lost_and_none_undoes_a_payment():
    for run in race("cards.redeem('G', 60)", "cards.top_up('G', 50)"):
        balance = run.after[0]
        exploit_if(run.outcomes[0].value is True and run.outcomes[1].returned and balance != 90,
                   f"100 - 60 + 50 made {balance}, stopped at line {run.line}")


def test_the_journal_tells_every_payment():
    for run in race("cards.redeem('G', 30)", "cards.redeem('H', 20)"):
        paid = [outcome.value for outcome in run.outcomes]
        written = sorted(tuple(entry)[:2] for entry in run.after[1])
        exploit_if(paid == [True, True] and written != [("G", 30), ("H", 20)],
                   f"two payments, and the journal says {written}, stopped at line {run.line}")


def test_no_two_top_ups_of_a_new_card_overwrite_each_other():
    """Besides the balance, both threads may make what a card needs for itself, such as a lock."""
    for run in interleave.race(
        setup="cards = solution.GiftCards()",
        steps=["cards.top_up('N', 25)", "cards.top_up('N', 50)"],
        after="cards.balance('N')",
        both_orders=False,
        twice=True,
        most=40,
    ):
        returned = all(outcome.returned for outcome in run.outcomes)
        exploit_if(returned and run.after != 75, f"0 + 25 + 50 made {run.after}, stopped at line {run.line}")


def test_an_emptied_card_is_not_topped_up_by_two_at_a_time():
    """What a card needs for itself is thrown away while somebody waits for it."""
    steps = ["cards.redeem('G', 100)", "cards.top_up('G', 50)", "cards.top_up('G', 70)"]
    for run in interleave.race(setup=SETUP, steps=steps, after=AFTER, most=40):
        returned = all(outcome.returned for outcome in run.outcomes)
        exploit_if(returned and run.outcomes[0].value is True and run.after[0] != 120,
                   f"100 - 100 + 50 + 70 made {run.after[0]}, the first one stopped at line {run.line}")
