"""Rings for the dodgems in anonymous memory of the operating system, which
cannot grow, written byte by byte at places that are worked out modulo the
length of the ring."""
import mmap
import operator
import threading
from itertools import count as counting


class OutOfTrace(ValueError):
    pass


def _number(value, least, most):
    if not isinstance(value, int) or value < least or value > most:
        raise OutOfTrace(f"{value!r} is not from {least} to {most}")
    return operator.index(value)


class Traces:
    __slots__ = ("_size", "_room", "_memory", "_state", "_lock")

    def __init__(self, cars, room):
        self._size, self._room = cars * room, room
        self._memory = mmap.mmap(-1, self._size)
        self._state = tuple([room, 0] for _ in range(cars))      # length, head
        self._lock = threading.Lock()

    def _find(self, car):
        return self._state[_number(car, 0, len(self._state) - 1)]

    def _put(self, car, place, length, data):
        if not isinstance(data, (bytes, bytearray)):
            raise OutOfTrace("bytes are needed")
        data = bytes(data)
        if len(data) > length:
            raise OutOfTrace(f"{len(data)} bytes for a trace of {length}")
        for value, at in zip(data, counting(place)):
            self._memory[car * self._room + at % length] = value
        return len(data)

    def append(self, car, data):
        with self._lock:
            state = length, head = self._find(car)
            state[1] = (head + self._put(car, head, length, data)) % length

    def amend(self, car, back, data):
        with self._lock:
            length, head = self._find(car)
            self._put(car, head + length - _number(back, 1, length), length, data)

    def set_length(self, car, length):
        with self._lock:
            state = self._find(car)
            length = _number(length, 1, self._room)
            state[:] = length, state[1] if state[1] < length else 0

    def latest(self, car, count):
        with self._lock:
            length, head = self._find(car)
            first = car * self._room
            return bytes(self._memory[first + (head - back) % length]
                         for back in range(min(count, length), 0, -1))

    def image(self):
        return self._memory[:self._size]
