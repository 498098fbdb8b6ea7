from harness import solution


def test_a_card_begins_empty():
    cards = solution.GiftCards()
    assert cards.balance("new") == 0
    assert cards.redeem("new", 1) is False
    assert cards.journal() == []


def test_top_ups_add_up():
    cards = solution.GiftCards()
    assert cards.top_up("A", 1500) == 1500
    assert cards.top_up("A", 250) == 1750
    assert cards.top_up("B", 99) == 99
    assert (cards.balance("A"), cards.balance("B")) == (1750, 99)


def test_a_payment_is_taken_off_and_written_down():
    cards = solution.GiftCards()
    cards.top_up("A", 3000)
    assert cards.redeem("A", 1299) is True
    assert cards.balance("A") == 1701
    assert [tuple(entry) for entry in cards.journal()] == [("A", 1299, 1701)]


def test_a_card_can_be_emptied_to_the_last_cent():
    cards = solution.GiftCards()
    cards.top_up("A", 777)
    assert cards.redeem("A", 777) is True
    assert cards.balance("A") == 0
    assert cards.redeem("A", 1) is False


def test_a_payment_that_is_too_large_changes_nothing():
    cards = solution.GiftCards()
    cards.top_up("A", 500)
    assert cards.redeem("A", 501) is False
    assert cards.balance("A") == 500
    assert cards.journal() == []


def test_the_journal_keeps_the_order_over_all_cards():
    cards = solution.GiftCards()
    cards.top_up("A", 100)
    cards.top_up("B", 40)
    for code, cents in (("A", 30), ("B", 50), ("B", 40), ("A", 70)):
        cards.redeem(code, cents)
    assert [tuple(entry) for entry in cards.journal()] == [("A", 30, 70), ("B", 40, 0), ("A", 70, 0)]


def test_objects_are_independent():
    first, second = solution.GiftCards(), solution.GiftCards()
    first.top_up("A", 10)
    assert second.balance("A") == 0
