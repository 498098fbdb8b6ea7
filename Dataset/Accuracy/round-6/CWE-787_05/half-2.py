class Combinations:
    def __init__(self, organists, pistons, stops):
        self.organists = organists
        self.pistons = pistons
        self.stops = stops
        self.memory = bytearray((organists * pistons * stops + 7) // 8)

    def _start(self, organist, piston):
        if organist not in range(self.organists):
            raise ValueError("no such organist")
        if piston not in range(self.pistons):
            raise ValueError("no such piston")
        return (organist * self.pistons + piston) * self.stops

    def _locate(self, organist, piston, stop):
        start = self._start(organist, piston)
        if stop not in range(self.stops):
            raise ValueError("no such stop")
        return divmod(start + stop, 8)

    def draw(self, organist, piston, stop):
        byte, bit = self._locate(organist, piston, stop)
        self.memory[byte] |= 1 << bit

    def cancel(self, organist, piston, stop):
        byte, bit = self._locate(organist, piston, stop)
        self.memory[byte] &= ~(1 << bit) & 0xFF

    def _window(self, start):
        first, shift = divmod(start, 8)
        last = (start + self.stops + 7) // 8
        return first, last, shift, int.from_bytes(self.memory[first:last], "little")

    def store(self, organist, piston, mask):
        start = self._start(organist, piston)
        if mask.bit_length() > self.stops:
            raise ValueError("mask has more bits than the organ has stops")
        first, last, shift, word = self._window(start)
        field = ((1 << self.stops) - 1) << shift
        word = (word & ~field) | (mask << shift)
        whole = (1 << 8 * (last - first)) - 1
        self.memory[first:last] = (word & whole).to_bytes(last - first, "little")

    def recall(self, organist, piston):
        _, _, shift, word = self._window(self._start(organist, piston))
        return word >> shift & ((1 << self.stops) - 1)

    def image(self):
        return bytes(self.memory)
