import threading


class ChargingPark:
    def __init__(self, points):
        self._lock = threading.RLock()
        self._points = points
        self._charging = {}
        self._waiting = []

    def _point_of(self, car):
        for point, other in self._charging.items():
            if other == car:
                return point
        return None

    def arrive(self, car):
        with self._lock:
            point = self._point_of(car)
            if point is not None or car in self._waiting:
                return point
            for point in range(1, self._points + 1):
                if point not in self._charging:
                    self._charging[point] = car
                    return point
            self._waiting.append(car)
            return None

    def depart(self, car):
        with self._lock:
            point = self._point_of(car)
            if point is None:
                if car in self._waiting:
                    self._waiting.remove(car)
                return None
            if not self._waiting:
                del self._charging[point]
                return None
            following = self._waiting.pop(0)
            self._charging[point] = following
            return following

    @property
    def charging(self):
        with self._lock:
            return dict(self._charging)

    @property
    def waiting(self):
        with self._lock:
            return list(self._waiting)

    def state(self):
        charging = self.charging
        return charging, self.waiting
