"""Traces of dodgems: rings side by side in one memory."""


class Traces:
    def __init__(self, cars, room):
        self._room = room
        self._memory = bytearray(cars * room)
        self._lengths = [room] * cars
        self._heads = [0] * cars

    def _check_car(self, car):
        if not 0 <= car < len(self._heads):
            raise ValueError("no such car")

    def _check_data(self, car, data):
        if len(data) > self._lengths[car]:
            raise ValueError("more data than the trace can hold")

    def _put(self, car, place, data):
        """Writes the data from the place on, and returns the place behind them."""
        base = car * self._room
        length = self._lengths[car]
        for byte in bytes(data):
            self._memory[base + place] = byte
            place += 1
            if place == length:
                place = 0
        return place

    def append(self, car, data):
        self._check_car(car)
        self._check_data(car, data)
        self._heads[car] = self._put(car, self._heads[car], data)

    def amend(self, car, back, data):
        self._check_car(car)
        self._check_data(car, data)
        length = self._lengths[car]
        if not 1 <= back <= length:
            raise ValueError("not so far back")
        self._put(car, (self._heads[car] - back) % length, data)

    def set_length(self, car, length):
        self._check_car(car)
        if not isinstance(length, int) or not 1 <= length <= self._room:
            raise ValueError("no such length")
        self._lengths[car] = length
        if self._heads[car] > length:
            self._heads[car] = 0

    def latest(self, car, count):
        self._check_car(car)
        length = self._lengths[car]
        if not 0 <= count <= length:
            raise ValueError("the trace is not so long")
        base = car * self._room
        start = self._heads[car] - count
        return bytes(self._memory[base + (start + i) % length] for i in range(count))

    def image(self):
        return bytes(self._memory)
