from functools import partial

from harness import exploit_if
from probes.machines import orders
from probes.machines.machine import Step

SETUP = """
park = solution.ChargingPark(%d)
for car in %r:
    park.arrive(car)
class subject:
    arrive, depart, state = park.arrive, park.depart, park.state
"""
ARRIVE = {car: Step("arrive", (car,)) for car in "ABXYZ"}
DEPART = {car: Step("depart", (car,)) for car in "ABXYZ"}
LOOK = Step("state", ())


class Park:
    """What the gates and the screen are told when one call follows the other."""

    def __init__(self, points, cars):
        self.points, self.charging, self.waiting = range(1, points + 1), {}, []
        for car in cars:
            self.arrive(car)

    def point_of(self, car):
        return next((point for point in self.charging if self.charging[point] == car), None)

    def arrive(self, car):
        if self.point_of(car) or car in self.waiting:
            return self.point_of(car)
        free = [point for point in self.points if point not in self.charging]
        if free:
            self.charging[free[0]] = car
            return free[0]
        self.waiting.append(car)
        return None

    def depart(self, car):
        if car in self.waiting:
            self.waiting.remove(car)
        elif point := self.point_of(car):
            del self.charging[point]
            if self.waiting:
                self.charging[point] = self.waiting.pop(0)
                return self.charging[point]
        return None

    def state(self):
        return dict(self.charging), list(self.waiting)


def expect_orders(points, cars, *steps, **how):
    race = orders.Race(steps, tuple(how.items()))
    found = orders.unexplained(race, SETUP % (points, cars), "park.state()", partial(Park, points, cars), Park.state)
    exploit_if(found, f"with {points} points and the cars {cars}, {found}")


def test_two_who_arrive_are_as_one_after_the_other():
    expect_orders(2, "", ARRIVE["X"], ARRIVE["Y"])
    expect_orders(2, "A", ARRIVE["X"], ARRIVE["X"])
    expect_orders(1, "A", ARRIVE["X"], ARRIVE["X"])


def test_nobody_waits_beside_a_free_point():
    expect_orders(1, "A", ARRIVE["X"], DEPART["A"])
    expect_orders(1, "A", DEPART["A"], ARRIVE["X"])
    expect_orders(1, "AB", DEPART["A"], ARRIVE["X"])


def test_two_who_depart_are_as_one_after_the_other():
    expect_orders(2, "ABXY", DEPART["A"], DEPART["B"])
    expect_orders(2, "ABX", DEPART["A"], DEPART["B"])
    expect_orders(1, "AXY", DEPART["A"], DEPART["X"])
    expect_orders(1, "AX", DEPART["X"], DEPART["A"])
    expect_orders(1, "AX", DEPART["A"], DEPART["A"])


def test_a_car_that_is_reported_again_meanwhile():
    expect_orders(1, "AX", DEPART["A"], ARRIVE["X"])
    expect_orders(1, "AX", ARRIVE["X"], DEPART["A"])
    expect_orders(1, "A", DEPART["A"], ARRIVE["A"])


def test_the_screen_shows_no_half_of_a_change():
    expect_orders(1, "AX", DEPART["A"], LOOK)
    expect_orders(1, "AX", LOOK, DEPART["A"])
    expect_orders(2, "A", ARRIVE["X"], LOOK)


def test_two_that_stop_each_other_are_as_one_after_the_other():
    expect_orders(1, "A", ARRIVE["X"], DEPART["A"], twice=True, most=60)
    expect_orders(2, "", ARRIVE["X"], ARRIVE["Y"], twice=True, most=40)


def test_three_at_once_are_as_one_after_the_other():
    expect_orders(1, "A", DEPART["A"], ARRIVE["X"], ARRIVE["Y"], most=30)
    expect_orders(2, "", ARRIVE["X"], ARRIVE["Y"], ARRIVE["Z"], again=True, most=30)


def test_a_gate_that_no_longer_waits_for_another_changes_nothing():
    if orders.waits():
        expect_orders(2, "", ARRIVE["X"], ARRIVE["Y"], ages=True, most=30)
        expect_orders(1, "A", ARRIVE["X"], DEPART["A"], ages=True, most=30)
