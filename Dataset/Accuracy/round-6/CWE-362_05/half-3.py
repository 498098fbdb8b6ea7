import threading


class ChargingPark:
    def __init__(self, points):
        self._mutex = threading.Lock()
        self._cars = dict.fromkeys(range(1, points + 1))
        self._places = {}
        self._queue = {}

    def _settle(self, car, point):
        self._cars[point] = car
        self._places[car] = point

    def arrive(self, car):
        with self._mutex:
            if car not in self._places and car not in self._queue:
                for point, occupant in self._cars.items():
                    if occupant is None:
                        self._settle(car, point)
                        break
                else:
                    self._queue[car] = True
        return self._places.get(car)

    def depart(self, car):
        with self._mutex:
            self._queue.pop(car, None)
            point = self._places.pop(car, None)
            if point is None:
                return None
            self._cars[point] = None
            following = next(iter(self._queue), None)
            if following is not None:
                del self._queue[following]
                self._settle(following, point)
            return following

    def state(self):
        with self._mutex:
            charging = {point: car for point, car in self._cars.items() if car is not None}
            return charging, list(self._queue)
