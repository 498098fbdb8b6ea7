from dataclasses import dataclass


@dataclass
class Trace:
    room: bytearray
    length: int
    head: int = 0

    def write(self, place, data):
        if len(data) > self.length:
            raise ValueError(f"{len(data)} bytes for a trace of {self.length}")
        for byte in data:
            place %= self.length
            self.room[place] = byte
            place += 1
        return place % self.length


class Traces:
    def __init__(self, cars, room):
        self._traces = dict(enumerate(Trace(bytearray(room), room) for _ in range(cars)))

    def _find(self, car):
        trace = self._traces.get(car)
        if trace is None:
            raise ValueError(f"car {car} does not take part")
        return trace

    def append(self, car, data):
        trace = self._find(car)
        trace.head = trace.write(trace.head, data)

    def amend(self, car, back, data):
        trace = self._find(car)
        if back < 1 or back > trace.length:
            raise ValueError(f"{back} bytes back are too far")
        trace.write(trace.head - back, data)

    def set_length(self, car, length):
        trace = self._find(car)
        if length < 1 or length > len(trace.room):
            raise ValueError(f"{length} bytes do not go into the room")
        trace.length = length
        trace.head = trace.head if trace.head < length else 0

    def latest(self, car, count):
        trace = self._find(car)
        return bytes(trace.room[(trace.head + step) % trace.length] for step in range(-count, 0))

    def image(self):
        return b"".join(trace.room for trace in self._traces.values())
