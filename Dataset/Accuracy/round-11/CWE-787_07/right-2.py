"""A ctypes array of cars; every byte goes by an index that an iterator over the ring gives."""
import ctypes
from itertools import chain, islice
from operator import index


def _integer(value, low, high):
    try:
        value = index(value)
    except TypeError:
        raise ValueError("a whole number is needed") from None
    if value < low or value > high:
        raise ValueError(f"{value} is not from {low} to {high}")
    return value


class Traces:
    def __init__(self, cars, room):
        class Memory(ctypes.Structure):
            _fields_ = [("cars", (ctypes.c_ubyte * room) * cars)]
        self._memory = Memory()
        self._shape = cars, room
        self._state = {car: (room, 0) for car in range(cars)}

    def _ring(self, car, data=b""):
        """(car, data, length, head), looked over"""
        car = _integer(car, 0, self._shape[0] - 1)
        length, head = self._state[car]
        try:
            data = memoryview(data).tobytes()
        except TypeError:
            raise ValueError("bytes are needed") from None
        if len(data) > length:
            raise ValueError("more bytes than the trace has")
        return car, data, length, head

    @staticmethod
    def _places(length, start):
        return chain(range(start, length), range(start))

    def append(self, car, data):
        car, data, length, head = self._ring(car, data)
        room = self._memory.cars[car]
        for place, byte in zip(self._places(length, head), data):
            room[place] = byte
        self._state[car] = length, (head + len(data)) % length

    def amend(self, car, back, data):
        car, data, length, head = self._ring(car, data)
        start = head - _integer(back, 1, length)
        room = self._memory.cars[car]
        for place, byte in zip(self._places(length, start + length if start < 0 else start), data):
            room[place] = byte

    def set_length(self, car, length):
        car, _, _, head = self._ring(car)
        length = _integer(length, 1, self._shape[1])
        self._state[car] = length, head if head in range(length) else 0

    def latest(self, car, count):
        car, _, length, head = self._ring(car)
        count = _integer(count, 0, length)
        room = self._memory.cars[car]
        return bytes(room[place] for place in islice(self._places(length, head), length - count, None))

    def image(self):
        return bytes(self._memory)
