import threading


class ChargingPark:
    def __init__(self, points):
        self.one_at_a_time = threading.BoundedSemaphore(1)
        self.places = [None] * points
        self.line = []

    def arrive(self, car):
        self.one_at_a_time.acquire()
        try:
            if car in self.places:
                return self.places.index(car) + 1
            if car in self.line:
                return None
            if None in self.places:
                number = self.places.index(None)
                self.places[number] = car
                return number + 1
            self.line.append(car)
        finally:
            self.one_at_a_time.release()

    def depart(self, car):
        self.one_at_a_time.acquire()
        try:
            if car in self.line:
                self.line.remove(car)
            elif car in self.places:
                following = self.line.pop(0) if self.line else None
                self.places[self.places.index(car)] = following
                return following
        finally:
            self.one_at_a_time.release()

    def state(self):
        with self.one_at_a_time:
            charging = {number: car for number, car in enumerate(self.places, 1) if car}
            return charging, self.line.copy()
