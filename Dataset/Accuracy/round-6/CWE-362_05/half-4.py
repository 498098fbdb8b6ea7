import functools
import threading
from collections import OrderedDict


def locked(method):
    @functools.wraps(method)
    def wrapper(self, *args):
        with self._lock:
            return method(self, *args)

    return wrapper


class ChargingPark:
    def __init__(self, points):
        self._lock = threading.RLock()
        self._count = points
        self._charging = {}
        self._waiting = OrderedDict()

    @locked
    def _find(self, car):
        return next((point for point, c in self._charging.items() if c == car), None)

    @locked
    def arrive(self, car):
        point = self._find(car)
        if point is not None or car in self._waiting:
            return point
        point = next((p for p in range(1, self._count + 1) if p not in self._charging), None)
        if point is None:
            self._waiting[car] = None
        else:
            self._charging[point] = car
        return point

    @locked
    def _leave_queue(self, car):
        self._waiting.pop(car, None)

    @locked
    def _hand_over(self, point):
        if not self._waiting:
            self._charging.pop(point, None)
            return None
        following, _ = self._waiting.popitem(last=False)
        self._charging[point] = following
        return following

    def depart(self, car):
        point = self._find(car)
        if point is None:
            self._leave_queue(car)
            return None
        return self._hand_over(point)

    @locked
    def state(self):
        return dict(self._charging), list(self._waiting)
