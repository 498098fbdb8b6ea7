class Traces:
    """Rings are windows of the memory, which refuse a part of another size."""

    def __init__(self, cars, room):
        self.room = room
        self.memory = bytearray(cars * room)
        view = memoryview(self.memory)
        self.rooms = [view[start:start + room] for start in range(0, cars * room, room)]
        self.rings = list(self.rooms)
        self.heads = [0] * cars

    def _check(self, car):
        if car not in range(len(self.rings)):
            raise ValueError(f"no car {car}")

    def _put(self, car, place, data):
        ring = self.rings[car]
        fitting = min(len(data), len(ring) - place)
        ring[place:place + fitting] = data[:fitting]
        ring[:len(data) - fitting] = data[fitting:]

    def append(self, car, data):
        self._check(car)
        self._put(car, self.heads[car], data)
        self.heads[car] = (self.heads[car] + len(data)) % len(self.rings[car])

    def amend(self, car, back, data):
        self._check(car)
        if back not in range(1, len(self.rings[car]) + 1):
            raise ValueError(f"{back} is not in the ring")
        self._put(car, (self.heads[car] - back) % len(self.rings[car]), data)

    def set_length(self, car, length):
        self._check(car)
        if length not in range(1, self.room + 1):
            raise ValueError(f"{length} is not in the room")
        self.rings[car] = self.rooms[car][:length]
        if self.heads[car] >= length:
            self.heads[car] = 0

    def latest(self, car, count):
        self._check(car)
        ring, head = self.rings[car], self.heads[car]
        return bytes(ring[(head - back) % len(ring)] for back in range(count, 0, -1))

    def image(self):
        return bytes(self.memory)
