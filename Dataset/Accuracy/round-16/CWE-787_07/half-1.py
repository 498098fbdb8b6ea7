class Traces:
    def __init__(self, cars, room):
        self._cars, self._room = cars, room
        self._memory = bytearray(cars * room)
        self._length = [room] * cars
        self._head = [0] * cars

    def _check(self, car, data=b"", back=1):
        if type(car) is not int or not 0 <= car < self._cars:
            raise ValueError("no such car")
        length = self._length[car]
        if type(back) is not int or not 1 <= back <= length:
            raise ValueError("back must be 1 to the length of the trace")
        # the radios give us bytes, bytearrays or views of their buffers
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise ValueError("data must be bytes")
        if len(data) > length:
            raise ValueError("data longer than the trace")
        return length

    def _put(self, car, start, data):
        """Write data from start on; what does not fit goes to the first byte on."""
        base, length = car * self._room, self._length[car]
        first = min(len(data), length - start)
        rest = len(data) - first
        self._memory[base + start:base + start + first] = data[:first]
        self._memory[base:base + rest] = data[first:]

    def append(self, car, data):
        length = self._check(car, data)
        self._put(car, self._head[car], data)
        self._head[car] = (self._head[car] + len(data)) % length

    def amend(self, car, back, data):
        length = self._check(car, data, back)
        self._put(car, (self._head[car] - back) % length, data)

    def set_length(self, car, length):
        self._check(car)
        if type(length) is not int or not 1 <= length <= self._room:
            raise ValueError("length must be 1 to room")
        self._length[car] = length
        if self._head[car] >= length:
            self._head[car] = 0

    def latest(self, car, count):
        length = self._check(car)
        if type(count) is not int or not 0 <= count <= length:
            raise ValueError("count")
        base, head = car * self._room, self._head[car]
        ring = self._memory[base:base + length]
        turned = ring[head:] + ring[:head]
        return bytes(turned[length - count:])

    def image(self):
        return bytes(self._memory)
