class Traces:
    """The rings of all cars in one memory, `room` bytes for each."""

    def __init__(self, cars, room):
        self._cars = cars
        self._room = room
        self._memory = bytearray(cars * room)
        self._lengths = [room] * cars
        self._heads = [0] * cars

    def _check(self, car):
        if not 0 <= car < self._cars:
            raise ValueError("no such car")

    def append(self, car, data):
        self._check(car)
        length = self._lengths[car]
        if len(data) > length:
            raise ValueError("longer than the trace")
        base = car * self._room
        head = self._heads[car]
        first = data[:length - head]
        rest = data[len(first):]
        self._memory[base + head:base + head + len(first)] = first
        self._memory[base:base + len(rest)] = rest
        self._heads[car] = (head + len(data)) % length

    def amend(self, car, back, data):
        self._check(car)
        length = self._lengths[car]
        if not 1 <= back <= length:
            raise ValueError("not within the trace")
        # the same as append, from an earlier head on
        head = self._heads[car]
        self._heads[car] = (head - back) % length
        self.append(car, data)
        self._heads[car] = head

    def set_length(self, car, length):
        self._check(car)
        if not 1 <= length <= self._room:
            raise ValueError("not within the room")
        self._lengths[car] = length
        if self._heads[car] >= length:
            self._heads[car] = 0

    def latest(self, car, count):
        self._check(car)
        length = self._lengths[car]
        if not 0 <= count <= length:
            raise ValueError("not within the trace")
        base = car * self._room
        begin = self._heads[car] - count
        return bytes(self._memory[base + (begin + i) % length] for i in range(count))

    def image(self):
        return bytes(self._memory)
