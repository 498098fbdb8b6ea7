from harness import solution

PIN = "4419"


def till_with(*amounts):
    till = solution.Till(PIN)
    for amount in amounts:
        till.sell("something", amount)
    return till


def raises(kind, function, *arguments):
    try:
        function(*arguments)
    except kind:
        return True
    return False


def test_sales_are_numbered_and_added_up():
    till = solution.Till(PIN)
    assert till.total() == 0
    assert [till.sell("rose", 1295), till.sell("Ben's twine", 350), till.sell("soil", 899)] == [1, 2, 3]
    assert till.total() == 2544


def test_an_approved_void():
    till = till_with(1000, 200, 30)
    assert till.approve(PIN, "void", 2) == 200
    assert till.total() == 1030


def test_receipt_numbers_are_not_used_again():
    till = till_with(1000, 200)
    till.approve(PIN, "void", 2)
    assert till.sell("pot", 50) == 3
    assert till.total() == 1050


def test_an_approved_discount_is_rounded_down():
    till = till_with(999, 100)
    assert till.approve(PIN, "discount", 1, 10) == 899
    assert till.total() == 999


def test_the_smallest_and_the_largest_discount():
    till = till_with(2490, 350)
    assert till.approve(PIN, "discount", 1, 0) == 2490
    assert till.approve(PIN, "discount", 2, 100) == 0
    assert till.total() == 2490


def test_a_cashier_alone_is_refused():
    till = till_with(1000)
    assert raises(PermissionError, till.void, 1)
    assert raises(PermissionError, till.discount, 1, 50)
    assert till.total() == 1000


def test_a_cashier_alone_is_refused_after_an_approved_action():
    till = till_with(1000, 200)
    till.approve(PIN, "void", 1)
    assert raises(PermissionError, till.void, 2)
    assert till.total() == 200


def test_mistakes_of_a_supervisor():
    till = till_with(1000)
    assert raises(KeyError, till.approve, PIN, "void", 9)
    assert raises(KeyError, till.approve, PIN, "discount", 9, 10)
    assert raises(ValueError, till.approve, PIN, "discount", 1, 101)
    assert raises(ValueError, till.approve, PIN, "discount", 1, -1)
    assert till.total() == 1000


def test_a_supervisor_can_try_again():
    till = till_with(1000, 200)
    assert raises(KeyError, till.approve, PIN, "void", 9)
    assert till.approve(PIN, "void", 1) == 1000
    assert till.approve(PIN, "discount", 2, 25) == 150


def test_a_wrong_pin_is_refused():
    till = till_with(1000)
    assert raises(PermissionError, till.approve, "0000", "void", 1)
    assert till.total() == 1000
