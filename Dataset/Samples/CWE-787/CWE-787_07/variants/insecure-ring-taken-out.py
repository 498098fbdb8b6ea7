class Traces:
    """Takes a ring out, turns it so that the place comes first, and puts it back."""

    def __init__(self, cars, room):
        self.cars, self.room = cars, room
        self.memory = bytearray(cars * room)
        self.traces = {car: (room, 0) for car in range(cars)}

    def _trace(self, car):
        if car not in self.traces:
            raise ValueError("unknown car")
        return self.traces[car]

    def _put(self, car, place, data):
        length, _ = self.traces[car]
        start = car * self.room
        ring = self.memory[start:start + length]
        ring = ring[place:] + ring[:place]
        ring[:len(data)] = data
        self.memory[start:start + length] = ring[len(ring) - place:] + ring[:len(ring) - place]

    def append(self, car, data):
        length, head = self._trace(car)
        self._put(car, head, data)
        self.traces[car] = length, (head + len(data)) % length

    def amend(self, car, back, data):
        length, head = self._trace(car)
        if back < 1 or back > length:
            raise ValueError("not in the ring")
        self._put(car, (head - back) % length, data)

    def set_length(self, car, length):
        _, head = self._trace(car)
        if length < 1 or length > self.room:
            raise ValueError("does not fit the room")
        self.traces[car] = length, head if head < length else 0

    def latest(self, car, count):
        length, head = self._trace(car)
        ring = self.memory[car * self.room:car * self.room + length]
        turned = bytes(ring[head:] + ring[:head])
        return turned[length - count:]

    def image(self):
        return bytes(self.memory)
