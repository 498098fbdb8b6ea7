import threading
from typing import NamedTuple, Optional


class Cars(NamedTuple):
    """What is where; never changed, only replaced by another one as a whole."""

    charging: tuple
    waiting: tuple

    def where(self, car) -> Optional[int]:
        return self.charging.index(car) + 1 if car in self.charging else None

    def with_arrival(self, car):
        if car in self.charging + self.waiting:
            return self
        if None not in self.charging:
            return Cars(self.charging, (*self.waiting, car))
        place = self.charging.index(None)
        return Cars((*self.charging[:place], car, *self.charging[place + 1:]), self.waiting)

    def with_departure(self, car):
        if car in self.waiting:
            return Cars(self.charging, tuple(other for other in self.waiting if other != car))
        following = self.waiting[0] if self.waiting else None
        charging = tuple(following if other == car else other for other in self.charging)
        return Cars(charging, self.waiting[1:] if car in self.charging else self.waiting)


class ChargingPark:
    def __init__(self, points):
        self.turn = threading.RLock()
        self.cars = Cars((None,) * points, ())

    def arrive(self, car):
        with self.turn:
            self.cars = self.cars.with_arrival(car)
            return self.cars.where(car)

    def depart(self, car):
        with self.turn:
            point = self.cars.where(car)
            self.cars = self.cars.with_departure(car)
            return self.cars.charging[point - 1] if point else None

    def state(self):
        cars = self.cars
        return {point: car for point, car in enumerate(cars.charging, 1) if car is not None}, list(cars.waiting)
