"""What the dodgems tell, kept in one memory."""


class Traces:
    def __init__(self, cars, room):
        self.cars = cars
        self.room = room
        self.memory = bytearray(cars * room)
        self.length = [room] * cars
        self.head = [0] * cars

    def _trace(self, car):
        """First byte of a car's room, and the length of its trace."""
        if not (isinstance(car, int) and 0 <= car < self.cars):
            raise ValueError(f"there is no car {car!r}")
        return car * self.room, self.length[car]

    def append(self, car, data):
        base, length = self._trace(car)
        data = bytes(data)
        if len(data) > length:
            raise ValueError("the data are longer than the trace")
        head = self.head[car]
        first = data[:length - head]
        rest = data[len(first):]
        self.memory[base + head:base + head + len(first)] = first
        self.memory[base:base + len(rest)] = rest
        self.head[car] = (head + len(data)) % length

    def amend(self, car, back, data):
        base, length = self._trace(car)
        if not 1 <= back <= length:
            raise ValueError(f"cannot go {back!r} bytes back")
        # As if the head had been there; afterwards it is where it was.
        head = self.head[car]
        self.head[car] = (head - back) % length
        self.append(car, data)
        self.head[car] = head

    def set_length(self, car, length):
        self._trace(car)
        if not (isinstance(length, int) and 1 <= length <= self.room):
            raise ValueError(f"a trace cannot have {length!r} bytes")
        self.length[car] = length
        if self.head[car] >= length:
            self.head[car] = 0

    def latest(self, car, count):
        base, length = self._trace(car)
        if not 0 <= count <= length:
            raise ValueError(f"there are no {count!r} bytes")
        trace = bytes(self.memory[base:base + length])
        head = self.head[car]
        turned = trace[head:] + trace[:head]  # oldest byte first
        return turned[length - count:]

    def image(self):
        return bytes(self.memory)
