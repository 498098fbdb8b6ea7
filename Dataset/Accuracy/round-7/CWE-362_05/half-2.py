import heapq
import threading
from collections import OrderedDict


class ChargingPark:
    def __init__(self, points):
        self._lock = threading.Lock()
        self._free = list(range(1, points + 1))
        self._point = {}
        self._queue = OrderedDict()

    def arrive(self, car):
        with self._lock:
            if car not in self._point and car not in self._queue:
                if self._free:
                    self._point[car] = heapq.heappop(self._free)
                else:
                    self._queue[car] = True
        return self._point.get(car)

    def depart(self, car):
        with self._lock:
            self._queue.pop(car, None)
            point = self._point.pop(car, None)
            if point is None:
                return None
            if not self._queue:
                heapq.heappush(self._free, point)
                return None
            following, _ = self._queue.popitem(last=False)
            self._point[following] = point
            return following

    def state(self):
        with self._lock:
            return {point: car for car, point in self._point.items()}, list(self._queue)
