import threading


class ChargingPark:
    def __init__(self, points):
        self._lock = threading.Lock()
        self._slots = [None] * points
        self._waiting = []

    def _find(self, car):
        return self._slots.index(car) + 1 if car in self._slots else None

    def arrive(self, car):
        with self._lock:
            point = self._find(car)
            if point is not None or car in self._waiting:
                return point
            if None in self._slots:
                point = self._slots.index(None) + 1
                self._slots[point - 1] = car
                return point
            self._waiting.append(car)
            return None

    def _leave_queue(self, car):
        with self._lock:
            if car in self._waiting:
                self._waiting.remove(car)
                return True
            return False

    def _point_of(self, car):
        with self._lock:
            return self._find(car)

    def _hand_on(self, point):
        with self._lock:
            following = self._waiting.pop(0) if self._waiting else None
            self._slots[point - 1] = following
            return following

    def depart(self, car):
        if self._leave_queue(car):
            return None
        point = self._point_of(car)
        if point is None:
            return None
        return self._hand_on(point)

    def state(self):
        with self._lock:
            charging = {n: car for n, car in enumerate(self._slots, 1) if car is not None}
            return charging, list(self._waiting)
