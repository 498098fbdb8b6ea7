"""What the dodgems have told last: a ring for each car, all in one memory."""


class Traces:
    def __init__(self, cars, room):
        self._cars, self._room = cars, room
        self._memory = bytearray(cars * room)
        self._length = [room] * cars
        self._head = [0] * cars

    def _check_car(self, car):
        if not isinstance(car, int) or not 0 <= car < self._cars:
            raise ValueError(f"no such car: {car!r}")

    def append(self, car, data):
        self._check_car(car)
        length, head = self._length[car], self._head[car]
        if not isinstance(data, (bytes, bytearray)):
            raise ValueError("data are bytes")
        if len(data) > length:
            raise ValueError(f"{len(data)} bytes do not fit into a trace of {length}")
        start = car * self._room
        fits = min(len(data), length - head)        # up to the end of the ring
        self._memory[start + head:start + head + fits] = data[:fits]
        rest = len(data) - fits                     # from its beginning on
        self._memory[start:start + rest] = data[fits:]
        self._head[car] = (head + len(data)) % length

    def amend(self, car, back, data):
        self._check_car(car)
        length, head = self._length[car], self._head[car]
        if not isinstance(back, int) or not 1 <= back <= length:
            raise ValueError(f"a trace of {length} bytes does not go back {back!r}")
        # One way to write only, the one of append, which looks at the data,
        # too; the head goes back for it and is put where it was afterwards.
        self._head[car] = (head - back) % length
        self.append(car, data)
        self._head[car] = head

    def set_length(self, car, length):
        self._check_car(car)
        if not isinstance(length, int) or not 1 <= length <= self._room:
            raise ValueError(f"a trace has 1 to {self._room} bytes, not {length!r}")
        self._length[car] = length
        if self._head[car] >= length:
            self._head[car] = 0

    def latest(self, car, count):
        self._check_car(car)
        length, head = self._length[car], self._head[car]
        start = car * self._room
        ring = bytes(self._memory[start:start + length])
        ring = ring[head:] + ring[:head]            # the oldest first
        count = max(0, min(count, length))
        return ring[length - count:]

    def image(self):
        return bytes(self._memory)
