from threading import RLock


class ChargingPark:
    def __init__(self, points):
        self.points = points
        self.lock = RLock()
        self.charging = {}
        self.waiting = []

    def _lowest_free(self):
        for point in range(1, self.points + 1):
            if point not in self.charging:
                return point
        return None

    def _release(self, car):
        with self.lock:
            for point, other in self.charging.items():
                if other == car:
                    del self.charging[point]
                    return point
            if car in self.waiting:
                self.waiting.remove(car)
            return None

    def _call_next(self, point):
        with self.lock:
            if point in self.charging or not self.waiting:
                return None
            following = self.waiting.pop(0)
            self.charging[point] = following
            return following

    def arrive(self, car):
        with self.lock:
            for point, other in self.charging.items():
                if other == car:
                    return point
            if car in self.waiting:
                return None
            point = self._lowest_free()
            if point is None:
                self.waiting.append(car)
            else:
                self.charging[point] = car
            return point

    def depart(self, car):
        point = self._release(car)
        if point is None:
            return None
        return self._call_next(point)

    def state(self):
        with self.lock:
            return dict(self.charging), list(self.waiting)
