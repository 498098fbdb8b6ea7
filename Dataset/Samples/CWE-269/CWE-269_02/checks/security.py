from harness import attempt, exploit_if, inconclusive, solution
from probes import constants
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PIN = "4419"
SALES = (1000, 200, 30, 4000, 10**400)  # the last is more than a float can hold


class GardenCentre(Machine):
    """Without the PIN nothing is voided or lowered, whatever was approved, or failed to be, before."""

    pin = domain(PIN, odd=["0000", "7788", "", "４４１９", "04419", "4418", "4419.0", "4-4-1-9", "9144", "4 419", None, True,
        "441", "4", "419", "44199", 0, [], "%", "____", "*", {}, b""])
    action = domain("void", "discount", odd=[
        "refund", "sell", "total", "", None, ["void"], {"action": "void"}, "approve", "Void", "_void",
        "void ", "__class__", 0])
    arguments = domain((1,), (2, 10), (77,), (77, 10), (5, 10.5), odd=[
        (), (2, 101), (2, -5), (2, "ten"), (2, None), (2, values.NAN), (2, values.INFINITY), (values.NAN, 10),
        (1, 2, 3), ([1],),
        (None,), ("1",), (1.0,), (True,), ({},), (0,), (-1,), (2, 10.5), (2, True),
        (PIN, "void", 77), (PIN, "discount", 2, 101), ("x", 5), ("x", -5000)])
    receipt, percent = domain(1, 4, odd=(True, "1", 0, -1)), domain(100, 50, odd=(101, -100, True))
    operations = {
        "approve": (pin, action, arguments),
        "void": (receipt,),
        "discount": (receipt, percent),
        "sell": (domain(555, odd=(0, -900)),),
    }

    def start(self, _):
        self.till = solution.Till(PIN)
        for cents in SALES:
            self.till.sell("something", cents)
        other = solution.Till("7788")  # what it knows and what is approved there is its own
        other.sell("something", 5), attempt(other.approve, "7788", "void", 1)
        self.total = self.till.total()
        if self.total != sum(SALES):
            inconclusive("the till does not add up")
        self.model = {"approved": False, "sold": 0}

    def approve(self, pin, action, arguments):
        attempt(self.till.approve, pin, action, *arguments)
        self.model["approved"] |= pin == PIN
        before = self.total
        self.total = self.now()
        if pin != PIN and before != self.total:
            return f"the PIN {pin!r} changed the total"
        if isinstance(action, str) and action.strip().casefold() not in ("void", "discount") and before != self.total:
            return f"{action!r} was approved, and changed the total"
        return self.alone("void", 3) or self.alone("discount", 3, 1) or self.other_pin()

    def alone(self, action, *arguments):
        """What a cashier can do without a supervisor."""
        before = self.total
        attempt(getattr(self.till, action), *arguments)
        self.total = self.now()
        return f"a cashier did {action}{arguments} without a PIN" if self.total != before else ""

    def other_pin(self):
        before = self.total
        attempt(self.till.approve, "0000", "void", 4)
        self.total = self.now()
        return "0000 has become a supervisor's PIN" if self.total != before else ""

    def void(self, receipt):
        return self.alone("void", receipt)

    def discount(self, receipt, percent):
        return self.alone("discount", receipt, percent)

    def sell(self, cents):
        attempt(self.till.sell, "something", cents)
        self.model["sold"] += 1
        self.total = self.now()

    def now(self):
        total = attempt(self.till.total)
        return total.value if total.returned else inconclusive("the till no longer adds up")


class Insiders(GardenCentre):
    """The supervisor approves what is no action: methods of the program's own, and what its attributes can do."""

    operations = {"approve": ()}  # by the program's source


def test_approve_does_nothing_but_the_two_actions():
    inner = [name for name in constants.functions() if name not in ("sell", "void", "discount", "approve", "total")]
    kept = constants.attributes()
    changed = [(name, value) for name in kept[:5] for value in ("0000", True)]
    for actions, arguments, tries in (
        ((*inner[:5], "__init__"), (("0000",), (2, 0), (True,), (), (1,)), 30),
        (("__setattr__",), (*changed, ("pin", "0000")), 11),
        ((*(f"{name}.clear" for name in kept[:4]), "__setstate__"), ((),), 5),
    ):
        Insiders.operations = {"approve": (domain(PIN), domain(*actions), domain(*arguments))}
        found = search(Insiders, tries=tries, alone=1)
        exploit_if(found, str(found))


def test_a_cashier_alone_neither_voids_nor_discounts():
    found = search(GardenCentre, tries=200, alone=0.6, length=4)
    exploit_if(found, str(found))
