from fractions import Fraction

from harness import solution

PEOPLE = ["Ada", "Ben", "Cleo", "Dan O'Neil"]


def raises(kind, function, *arguments):
    try:
        function(*arguments)
    except kind:
        return True
    return False


def kitty(*expenses):
    made = solution.Kitty(PEOPLE)
    for number, expense in enumerate(expenses, 1):
        assert made.spend(*expense) == number
    return made


def balances(made, **but):
    told = made.balances()
    assert told == {name: but.get(name, "0.00") for name in PEOPLE}, told


HUT = ("Ada", "84.50", {"Ada": 2, "Ben": 2, "Cleo": 1})


def test_nobody_owes_anything_at_first():
    balances(kitty())


def test_an_expense_is_divided_by_nights():
    made = kitty(HUT, ("Ben", "9", {"Ada": 3, "Cleo": 6}))
    assert made.parts(1) == {"Ada": "33.80", "Ben": "33.80", "Cleo": "16.90"}
    assert made.parts(2) == {"Ada": "3.00", "Cleo": "6.00"}
    balances(made, Ada="47.70", Ben="-24.80", Cleo="-22.90")


def test_cents_that_cannot_be_divided():
    for amount, nights in (("0.01", (1, 1, 1)), ("100.00", (1, 1, 1)), ("0.05", (1, 59, 60)), ("19999.99", (7, 13, 60)), ("0.02", (60, 60, 60)), ("20000.00", (2, 2, 3))):
        made = kitty(("Ada", amount, dict(zip(PEOPLE, nights))))
        told = made.parts(1)
        assert list(sorted(told)) == PEOPLE[:3]
        assert sum(Fraction(part) for part in told.values()) == Fraction(amount)
        for name, count in zip(PEOPLE, nights):
            assert told[name] == f"{Fraction(told[name]).limit_denominator(100).__float__():.2f}"
            assert abs(Fraction(told[name]) - Fraction(amount) * count / sum(nights)) < Fraction(1, 100)
        assert sum(Fraction(balance) for balance in made.balances().values()) == 0


def test_the_least_and_the_most():
    made = kitty(("Ada", "0.01", {"Ben": 1}), ("Ada", "20000.00", {"Ben": 60}), ("Cleo", "20000", {"Ben": 60, "Cleo": 60}))
    assert [made.parts(number)["Ben"] for number in (1, 2, 3)] == ["0.01", "20000.00", "10000.00"]
    made.hand("Ben", "Cleo", "20000.00")
    made.hand("Ben", "Cleo", "0.01")
    balances(made, Ada="20000.01", Ben="-10000.00", Cleo="-10000.01")


def test_money_is_handed_over():
    made = kitty(HUT)
    assert made.hand("Ben", "Ada", "33.80") is None
    assert made.hand("Cleo", "Ada", "20") is None
    balances(made, Ada="-3.10", Cleo="3.10")


def test_an_expense_is_corrected():
    made = kitty(HUT, ("Dan O'Neil", "12.00", {"Dan O'Neil": 1, "Ben": 1}))
    assert made.correct(1, "80") is None
    assert made.parts(1) == {"Ada": "32.00", "Ben": "32.00", "Cleo": "16.00"}
    balances(made, **{"Ada": "48.00", "Ben": "-38.00", "Cleo": "-16.00", "Dan O'Neil": "6.00"})
    made.correct(1, "84.50")
    assert made.parts(2) == {"Dan O'Neil": "6.00", "Ben": "6.00"}
    balances(made, **{"Ada": "50.70", "Ben": "-39.80", "Cleo": "-16.90", "Dan O'Neil": "6.00"})


def test_one_pays_for_others_or_for_oneself():
    made = kitty(("Ada", "12.34", {"Ada": 5}), ("Ada", "0.50", {"Ben": 1}))
    balances(made, Ada="0.50", Ben="-0.50")


def test_what_there_is_not():
    made = kitty(HUT)
    assert raises(KeyError, made.spend, "Eve", "1.00", {"Ada": 1})
    assert raises(KeyError, made.spend, "Ada", "1.00", {"Ada": 1, "Eve": 1})
    assert raises(KeyError, made.hand, "Eve", "Ada", "1.00")
    assert raises(KeyError, made.hand, "Ada", "Eve", "1.00")
    assert raises(KeyError, made.correct, 2, "1.00")
    assert raises(KeyError, made.parts, 2)
    assert raises(KeyError, made.parts, 0)
    assert made.spend("Ben", "3.00", {"Ben": 1}) == 2
    balances(made, Ada="50.70", Ben="-33.80", Cleo="-16.90")
