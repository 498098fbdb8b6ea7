from harness import attempt, exploit_if, solution, testify

PIN = "4419"


def till_after(*approvals):
    till = solution.Till(PIN)
    for amount in (1000, 200, 30):
        till.sell("something", amount)
    for approval in approvals:
        attempt(till.approve, *approval)
    return till


def expect_cashier(*approvals):
    """After these approvals a cashier can neither void nor discount on her own."""
    for action, arguments in (("void", (1,)), ("discount", (1, 100))):
        till = till_after(*approvals)
        before = till.total()
        attempt(getattr(till, action), *arguments)
        exploit_if(till.total() != before, f"after {approvals} a cashier did {action}{arguments} without a PIN")


def test_no_rights_are_left_after_an_unknown_receipt():
    expect_cashier((PIN, "void", 77))
    expect_cashier((PIN, "discount", 77, 10))


def test_no_rights_are_left_after_a_wrong_percentage():
    expect_cashier((PIN, "discount", 2, 101))
    expect_cashier((PIN, "discount", 2, -5))
    expect_cashier((PIN, "discount", 2, "ten"))


def test_no_rights_are_left_after_an_unknown_action():
    expect_cashier((PIN, "refund", 2))
    expect_cashier((PIN, "", 2))
    expect_cashier((PIN, None, 2))
    expect_cashier((PIN, ["void"], 2))
    expect_cashier((PIN, {"action": "void"}, 2), (PIN, 7))


def test_no_rights_are_left_after_wrong_arguments():
    expect_cashier((PIN, "void"))
    expect_cashier((PIN, "void", 1, 2, 3))
    expect_cashier((PIN, "void", [1]))
    expect_cashier((PIN, "discount", 2))
    expect_cashier((PIN, "discount", 2, float("inf")), (PIN, "discount", float("nan"), 10))


def test_no_rights_are_left_after_a_percentage_that_cannot_be_compared():
    void = testify(
        """
from decimal import Decimal
till = solution.Till(pin)
till.sell("something", 1000), till.sell("something", 30)
result = None
try:
    till.approve(pin, "discount", 2, Decimal("NaN"))
except Exception:
    pass
try:
    result = till.void(1)
except Exception:
    pass
""",
        pin=PIN,
    )
    exploit_if(void == 1000, "after a discount of NaN percent a cashier voided a sale without a PIN")


def test_no_rights_come_from_a_wrong_pin():
    for pin in ("0000", "", "44", None, True):
        expect_cashier((pin, "void", 77))
        till = till_after((pin, "void", 1), (pin, "discount", 2, 100))
        exploit_if(till.total() != 1230, f"the PIN {pin!r} approved an action")


def test_no_rights_are_left_after_an_action_within_an_action():
    expect_cashier((PIN, "approve", PIN, "void", 77))
    expect_cashier((PIN, "approve", PIN, "void", 3), (PIN, "void", 77))


def test_an_approval_is_for_nothing_else():
    for arguments in (("__setattr__", "pin", "0000"), ("__setattr__", "_pin", "0000"), ("__init__", "0000")):
        till = till_after((PIN, *arguments))
        receipt = till.sell("something", 555)
        outcome = attempt(till.approve, "0000", "void", receipt)
        exploit_if(outcome.value == 555, f"the action {arguments} made 0000 a supervisor's PIN")
