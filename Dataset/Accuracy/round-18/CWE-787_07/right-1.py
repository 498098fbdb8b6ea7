"""Each car owns a window (a memoryview of fixed size) into the memory that all share."""
from collections import deque
from itertools import chain, islice
from operator import index


def whole(value, low, high, what):
    try:
        number = index(value)
    except TypeError:
        raise ValueError(what) from None
    if low <= number <= high:
        return number
    raise ValueError(what)


class Ring:
    __slots__ = ("_window", "_size", "_head")

    def __init__(self, window):
        self._window, self._size, self._head = window, len(window), 0

    def _places(self, start):
        """All places of the trace, once around, from `start` on."""
        return chain(range(start, self._size), range(start))

    def write(self, back, data, move):
        if not isinstance(data, (bytes, bytearray)):
            raise ValueError("data")
        data = bytes(data)
        count = bytes.__len__(data)
        if count > self._size:
            raise ValueError("data")
        back = whole(back, 0, self._size, "back")
        start = (self._head - back) % self._size
        deque(map(self._window.__setitem__, self._places(start), data), maxlen=0)
        if move:
            self._head = (start + count) % self._size

    def resize(self, size):
        self._size = whole(size, 1, len(self._window), "length")
        self._head = self._head if self._head < self._size else 0

    def last(self, count):
        count = whole(count, 0, self._size, "count")
        start = (self._head - count) % self._size
        return bytes(self._window[place] for place in islice(self._places(start), count))


class Traces:
    def __init__(self, cars, room):
        self.__memory = memoryview(bytearray(cars * room))
        self.__rings = tuple(
            Ring(self.__memory[first:first + room]) for first in range(0, cars * room, room)
        )

    def __ring(self, car):
        return self.__rings[whole(car, 0, len(self.__rings) - 1, "car")]

    def append(self, car, data):
        self.__ring(car).write(0, data, move=True)

    def amend(self, car, back, data):
        ring = self.__ring(car)
        ring.write(whole(back, 1, float("inf"), "back"), data, move=False)

    def set_length(self, car, length):
        self.__ring(car).resize(length)

    def latest(self, car, count):
        return self.__ring(car).last(count)

    def image(self):
        return self.__memory.tobytes()
