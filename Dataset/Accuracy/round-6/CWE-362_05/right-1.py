from itertools import count
from threading import Lock
from typing import NamedTuple


class Books(NamedTuple):
    charging: tuple = ()
    waiting: tuple = ()

    def point_of(self, car):
        return next((point for point, other in self.charging if other == car), None)


def arrival(books, points, car):
    at = books.point_of(car)
    if at is not None or car in books.waiting:
        return books, at
    if len(books.charging) >= points:
        return books._replace(waiting=(*books.waiting, car)), None
    used = dict(books.charging)
    at = next(point for point in count(1) if point not in used)
    return books._replace(charging=(*books.charging, (at, car))), at


def departure(books, points, car):
    at = books.point_of(car)
    if at is None:
        return books._replace(waiting=tuple(c for c in books.waiting if c != car)), None
    others = tuple(pair for pair in books.charging if pair[0] != at)
    if not books.waiting:
        return books._replace(charging=others), None
    following, *rest = books.waiting
    return Books((*others, (at, following)), tuple(rest)), following


class ChargingPark:
    def __init__(self, points):
        self._points = points
        self._books = Books()
        self._swap = Lock()

    def _apply(self, change, car):
        while True:
            old = self._books
            new, answer = change(old, self._points, car)
            with self._swap:
                if self._books is old:
                    self._books = new
                    return answer

    def arrive(self, car):
        return self._apply(arrival, car)

    def depart(self, car):
        return self._apply(departure, car)

    def state(self):
        books = self._books
        return dict(sorted(books.charging)), list(books.waiting)
