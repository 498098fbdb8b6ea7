import functools
import heapq
import threading
from collections import deque


def alone(method):
    @functools.wraps(method)
    def call(self, *arguments):
        with self.monitor:
            return method(self, *arguments)

    return call


class ChargingPark:
    def __init__(self, points):
        self.monitor = threading.Condition()
        self.free = list(range(1, points + 1))
        self.point = {}
        self.queue = deque()

    @alone
    def arrive(self, car):
        if car not in self.point and car not in self.queue:
            if self.free:
                self.point[car] = heapq.heappop(self.free)
            else:
                self.queue.append(car)
        return self.point.get(car)

    @alone
    def depart(self, car):
        if car in self.queue:
            self.queue.remove(car)
        if car not in self.point:
            return None
        point = self.point.pop(car)
        if self.queue:
            following = self.queue.popleft()
            self.point[following] = point
            return following
        heapq.heappush(self.free, point)
        return None

    @alone
    def state(self):
        return {point: car for car, point in self.point.items()}, list(self.queue)
