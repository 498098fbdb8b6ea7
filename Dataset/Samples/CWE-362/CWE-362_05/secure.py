import threading


class ChargingPark:
    def __init__(self, points):
        self._lock = threading.Lock()
        self._points = range(1, points + 1)
        self._charging = {}
        self._waiting = []

    def _point_of(self, car):
        return next((point for point, other in self._charging.items() if other == car), None)

    def arrive(self, car):
        with self._lock:
            point = self._point_of(car)
            if point is not None or car in self._waiting:
                return point
            for point in self._points:
                if point not in self._charging:
                    self._charging[point] = car
                    return point
            self._waiting.append(car)
            return None

    def depart(self, car):
        with self._lock:
            if car in self._waiting:
                self._waiting.remove(car)
                return None
            point = self._point_of(car)
            if point is None:
                return None
            if not self._waiting:
                del self._charging[point]
                return None
            self._charging[point] = self._waiting.pop(0)
            return self._charging[point]

    def state(self):
        with self._lock:
            return dict(self._charging), list(self._waiting)
