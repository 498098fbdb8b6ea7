class Combinations:
    def __init__(self, organists, pistons, stops):
        self.organists = organists
        self.pistons = pistons
        self.stops = stops
        self.size = (organists * pistons * stops + 7) // 8
        self.memory = 0

    def _start(self, organist, piston):
        if not 0 <= organist < self.organists:
            raise ValueError("no such organist")
        if not 0 <= piston < self.pistons:
            raise ValueError("no such piston")
        return (organist * self.pistons + piston) * self.stops

    def _bit(self, organist, piston, stop):
        start = self._start(organist, piston)
        if not 0 <= stop < self.stops:
            raise ValueError("no such stop")
        return 1 << (start + stop)

    def draw(self, organist, piston, stop):
        self.memory |= self._bit(organist, piston, stop)

    def cancel(self, organist, piston, stop):
        self.memory &= ~self._bit(organist, piston, stop)

    def store(self, organist, piston, mask):
        start = self._start(organist, piston)
        limit = 1 << self.stops
        if mask < 0 or mask > limit:
            raise ValueError("mask does not fit the organ")
        updated = self.memory & ~((limit - 1) << start) | mask << start
        if updated >> (self.organists * self.pistons * self.stops):
            raise ValueError("mask does not fit the memory")
        self.memory = updated

    def recall(self, organist, piston):
        return self.memory >> self._start(organist, piston) & ((1 << self.stops) - 1)

    def image(self):
        return self.memory.to_bytes(self.size, "little")
