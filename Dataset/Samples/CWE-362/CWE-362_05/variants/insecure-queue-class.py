import queue
import threading


class ChargingPark:
    """Free points and waiting cars are in queues, which threads can share."""

    def __init__(self, points):
        self.free = queue.PriorityQueue()
        for point in range(1, points + 1):
            self.free.put(point)
        self.waiting = queue.Queue()
        self.points = {}
        self.gone = []
        self.lock = threading.Lock()

    def line(self):
        return [car for car in list(self.waiting.queue) if car not in self.gone]

    def arrive(self, car):
        with self.lock:
            if car in self.points:
                return self.points[car]
            if car in self.line():
                return None
        try:
            point = self.free.get_nowait()
        except queue.Empty:
            self.waiting.put(car)
            return None
        self.points[car] = point
        return point

    def depart(self, car):
        with self.lock:
            if car in self.line():
                self.waiting.queue.remove(car)
                return None
            if car not in self.points:
                return None
            point = self.points.pop(car)
            try:
                following = self.waiting.get_nowait()
            except queue.Empty:
                self.free.put(point)
                return None
            self.points[following] = point
            return following

    def state(self):
        with self.lock:
            return {point: car for car, point in self.points.items()}, self.line()
