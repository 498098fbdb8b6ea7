class Traces:
    """Of data longer than a ring only the last bytes are seen; what makes no sense is left alone."""

    def __init__(self, cars, room):
        self.cars = cars
        self.room = room
        self.memory = [0] * (cars * room)
        self.length = [room for _ in range(cars)]
        self.head = [0 for _ in range(cars)]

    def append(self, car, data):
        if 0 <= car < self.cars:
            self.head[car] = self.put(car, self.head[car], data)

    def amend(self, car, back, data):
        if 0 <= car < self.cars and 0 < back <= self.length[car]:
            self.put(car, (self.head[car] + self.length[car] - back) % self.length[car], data)

    def put(self, car, place, data):
        for byte in data:
            self.memory[car * self.room + place] = byte
            place += 1
            if place == self.length[car]:
                place = 0
        return place

    def set_length(self, car, length):
        if 0 <= car < self.cars and 0 < length <= self.room:
            self.length[car] = length
            if length <= self.head[car]:
                self.head[car] = 0

    def latest(self, car, count):
        places = [(self.head[car] - back) % self.length[car] for back in range(1, count + 1)]
        return bytes(self.memory[car * self.room + place] for place in reversed(places))

    def image(self):
        return bytes(self.memory)
