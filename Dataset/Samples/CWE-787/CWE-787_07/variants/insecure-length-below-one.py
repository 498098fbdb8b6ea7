class Traces:
    def __init__(self, cars, room):
        self.room = room
        self.memory = bytearray(cars * room)
        self.lengths = [room] * cars
        self.heads = [0] * cars

    def _length(self, car):
        if not 0 <= car < len(self.lengths):
            raise ValueError("there is no such car")
        return self.lengths[car]

    def _put(self, car, place, data):
        start, length = car * self.room, self.lengths[car]
        if len(data) > self.room:
            raise ValueError("this is more than the trace holds")
        for number, byte in enumerate(data):
            self.memory[start + (place + number) % length] = byte

    def append(self, car, data):
        length = self._length(car)
        self._put(car, self.heads[car], data)
        self.heads[car] = (self.heads[car] + len(data)) % length

    def amend(self, car, back, data):
        if not 1 <= back <= self._length(car):
            raise ValueError("the ring does not go back so far")
        self._put(car, self.heads[car] - back, data)

    def set_length(self, car, length):
        self._length(car)
        if length > self.room:
            raise ValueError("a trace cannot be of this length")
        self.lengths[car] = length
        if self.heads[car] >= length:
            self.heads[car] = 0

    def latest(self, car, count):
        start, length, head = car * self.room, self._length(car), self.heads[car]
        return bytes(self.memory[start + (head - back) % length] for back in range(count, 0, -1))

    def image(self):
        return bytes(self.memory)
