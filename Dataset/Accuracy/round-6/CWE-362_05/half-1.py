import heapq
import threading
from collections import deque


class ChargingPark:
    def __init__(self, points):
        self._lock = threading.Lock()
        self._free = list(range(1, points + 1))
        self._charging = {}
        self._waiting = deque()

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
            if self._free:
                point = heapq.heappop(self._free)
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
            if self._waiting:
                following = self._waiting.popleft()
                self._charging[point] = following
                return following
            del self._charging[point]
            heapq.heappush(self._free, point)
            return None

    def state(self):
        with self._lock:
            charging, waiting = self._charging, self._waiting
        return dict(charging), list(waiting)
