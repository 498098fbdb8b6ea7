"""Immutable: each change makes new states, which take the place of the old ones in one assignment.

A car's state is its room as a tuple of bytes, the length of its trace and its head.
"""
from collections import deque
from typing import NamedTuple


class Car(NamedTuple):
    room: tuple
    length: int
    head: int = 0

    def with_bytes(self, start, data):
        at = {(start + i) % self.length: byte for i, byte in enumerate(data)}
        return self._replace(room=tuple(at.get(i, byte) for i, byte in enumerate(self.room)))


class TraceError(ValueError):
    pass


def _expect(condition, why):
    if not condition:
        raise TraceError(why)


def _whole(value, allowed, why):
    _expect(isinstance(value, int) and value in allowed, why)
    return int(value)


class Traces:
    def __init__(self, cars, room):
        self._cars = (Car((0,) * room, room),) * cars

    def _get(self, car):
        return self._cars[_whole(car, range(len(self._cars)), "no such car")]

    def _set(self, car, state):
        car = int(car)
        self._cars = self._cars[:car] + (state,) + self._cars[car + 1:]

    def _data(self, state, data):
        _expect(isinstance(data, (bytes, bytearray)), "no bytes")
        data = bytes(data)
        _expect(len(data) <= state.length, "too long")
        return data

    def append(self, car, data):
        state = self._get(car)
        data = self._data(state, data)
        new = state.with_bytes(state.head, data)
        self._set(car, new._replace(head=(state.head + len(data)) % state.length))

    def amend(self, car, back, data):
        state = self._get(car)
        back = _whole(back, range(1, state.length + 1), "not so far back")
        self._set(car, state.with_bytes(state.head - back, self._data(state, data)))

    def set_length(self, car, length):
        state = self._get(car)
        length = _whole(length, range(1, len(state.room) + 1), "no such length")
        self._set(car, state._replace(length=length, head=state.head if state.head < length else 0))

    def latest(self, car, count):
        state = self._get(car)
        ring = deque(state.room[:state.length])
        ring.rotate(-state.head)
        return bytes(ring)[state.length - _whole(count, range(state.length + 1), "not so many"):]

    def image(self):
        return b"".join(bytes(car.room) for car in self._cars)
