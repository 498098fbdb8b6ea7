import functools
import threading


def synchronized(method):
    @functools.wraps(method)
    def wrapper(self, *args):
        lock = getattr(self, "_lock", None)
        if lock is None:
            lock = self._lock = threading.RLock()
        with lock:
            return method(self, *args)
    return wrapper


class ChargingPark:
    def __init__(self, points):
        self._points = points
        self._charging = {}
        self._waiting = []

    @synchronized
    def arrive(self, car):
        for point, other in self._charging.items():
            if other == car:
                return point
        if car in self._waiting:
            return None
        for point in range(1, self._points + 1):
            if point not in self._charging:
                self._charging[point] = car
                return point
        self._waiting.append(car)
        return None

    @synchronized
    def depart(self, car):
        if car in self._waiting:
            self._waiting.remove(car)
            return None
        for point, other in self._charging.items():
            if other == car:
                break
        else:
            return None
        if not self._waiting:
            del self._charging[point]
            return None
        self._charging[point] = self._waiting.pop(0)
        return self._charging[point]

    @synchronized
    def state(self):
        return dict(self._charging), list(self._waiting)
