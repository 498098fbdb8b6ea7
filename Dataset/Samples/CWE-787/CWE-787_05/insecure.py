class Combinations:
    def __init__(self, organists, pistons, stops):
        self.pistons = pistons
        self.stops = stops
        self.memory = bytearray((organists * pistons * stops + 7) // 8)

    def _first_bit(self, organist, piston):
        return (organist * self.pistons + piston) * self.stops

    def draw(self, organist, piston, stop):
        bit = self._first_bit(organist, piston) + stop
        self.memory[bit // 8] |= 1 << bit % 8

    def cancel(self, organist, piston, stop):
        bit = self._first_bit(organist, piston) + stop
        self.memory[bit // 8] &= ~(1 << bit % 8)

    def store(self, organist, piston, mask):
        first = self._first_bit(organist, piston)
        bits = int.from_bytes(self.memory, "little")
        bits &= ~(((1 << self.stops) - 1) << first)
        bits |= mask << first
        self.memory[:] = bits.to_bytes(len(self.memory), "little")

    def recall(self, organist, piston):
        bits = int.from_bytes(self.memory, "little")
        return bits >> self._first_bit(organist, piston) & (1 << self.stops) - 1

    def image(self):
        return bytes(self.memory)
