class Traces:
    def __init__(self, cars, room):
        self.room = room
        self.memory = bytearray(cars * room)
        self.lengths = [room] * cars
        self.heads = [0] * cars

    def _put(self, car, place, data):
        start, length = car * self.room, self.lengths[car]
        for number, byte in enumerate(data):
            self.memory[start + (place + number) % length] = byte

    def append(self, car, data):
        self._put(car, self.heads[car], data)
        self.heads[car] = (self.heads[car] + len(data)) % self.lengths[car]

    def amend(self, car, back, data):
        self._put(car, self.heads[car] - back, data)

    def set_length(self, car, length):
        self.lengths[car] = length
        if self.heads[car] >= length:
            self.heads[car] = 0

    def latest(self, car, count):
        start, length, head = car * self.room, self.lengths[car], self.heads[car]
        return bytes(self.memory[start + (head - back) % length] for back in range(count, 0, -1))

    def image(self):
        return bytes(self.memory)
