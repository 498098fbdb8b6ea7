"""Rings for the dodgems. A trace is an immutable value, turned so that its
oldest byte comes first; what is on the display is put together from these and
from the bytes behind them."""
from typing import NamedTuple


class Trace(NamedTuple):
    ring: bytes         # from the first byte of the room on
    spare: bytes        # the bytes of the room behind the trace
    head: int = 0

    @property
    def turned(self):
        return self.ring[self.head:] + self.ring[:self.head]

    def over(self, start, data):
        """The ring with `data` in it from `start` on."""
        if len(data) > len(self.ring):
            raise ValueError("too many bytes for this trace")
        turned = data + (self.ring[start:] + self.ring[:start])[len(data):]
        cut = len(self.ring) - start
        return self._replace(ring=turned[cut:] + turned[:cut])

    def onwards(self, data):
        head = (self.head + len(data)) % len(self.ring)
        return self.over(self.head, data)._replace(head=head)

    def backwards(self, back, data):
        if not 1 <= back <= len(self.ring):
            raise ValueError("not so far back")
        return self.over((self.head - back) % len(self.ring), data)

    def of_length(self, length):
        room = self.ring + self.spare
        if not 1 <= length <= len(room):
            raise ValueError("no such length")
        return Trace(room[:length], room[length:], self.head * (self.head < length))


def whole(number):
    if isinstance(number, bool) or not isinstance(number, int):
        raise ValueError(f"an int is needed, not {number!r}")
    return int(number)


def octets(data):
    if not isinstance(data, bytes):
        raise ValueError("a bytes object is needed")
    return b"".join((data,))


class Traces:
    def __init__(self, cars, room):
        self.__traces = {car: Trace(bytes(room), b"") for car in range(cars)}

    def __car(self, car):
        if whole(car) not in self.__traces:
            raise ValueError(f"there is no car {car}")
        return self.__traces[car]

    def append(self, car, data):
        self.__traces[car] = self.__car(car).onwards(octets(data))

    def amend(self, car, back, data):
        self.__traces[car] = self.__car(car).backwards(whole(back), octets(data))

    def set_length(self, car, length):
        self.__traces[car] = self.__car(car).of_length(whole(length))

    def latest(self, car, count):
        turned = self.__car(car).turned
        return turned[len(turned) - min(max(count, 0), len(turned)):]

    def image(self):
        return b"".join(trace.ring + trace.spare for _, trace in sorted(self.__traces.items()))
