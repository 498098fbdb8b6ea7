class Traces:
    def __init__(self, cars, room):
        self._cars = cars
        self._room = room
        self._memory = bytearray(cars * room)
        self._lengths = [room] * cars
        self._heads = [0] * cars

    def _base(self, car):
        if not 0 <= car < self._cars:
            raise ValueError("no such car")
        return car * self._room

    def append(self, car, data):
        base = self._base(car)
        length, head = self._lengths[car], self._heads[car]
        if len(data) > length:
            raise ValueError("data longer than the trace")
        first = min(len(data), length - head)
        self._memory[base + head:base + head + first] = data[:first]
        self._memory[base:base + len(data) - first] = data[first:]
        self._heads[car] = (head + len(data)) % length

    def amend(self, car, back, data):
        self._base(car)
        length, head = self._lengths[car], self._heads[car]
        if not 1 <= back <= length:
            raise ValueError("back is not in the trace")
        # the same as append, from an earlier place; then the head goes back to where it was
        self._heads[car] = (head - back) % length
        self.append(car, data)
        self._heads[car] = head

    def set_length(self, car, length):
        self._base(car)
        if not 1 <= length <= self._room:
            raise ValueError("length is not in the room")
        self._lengths[car] = length
        if self._heads[car] >= length:
            self._heads[car] = 0

    def latest(self, car, count):
        base = self._base(car)
        length, head = self._lengths[car], self._heads[car]
        if not 0 <= count <= length:
            raise ValueError("count is not in the trace")
        trace = self._memory[base:base + length]
        return bytes(trace[(head - count + i) % length] for i in range(count))

    def image(self):
        return bytes(self._memory)
