class Combinations:
    def __init__(self, organists, pistons, stops):
        self.organists = organists
        self.pistons = pistons
        self.stops = stops
        self.memory = bytearray((organists * pistons * stops + 7) // 8)

    def _position(self, organist, piston, stop):
        for name, value, count in (
            ("organist", organist, self.organists),
            ("piston", piston, self.pistons),
            ("stop", stop, self.stops),
        ):
            if value < 0 or value >= count:
                raise ValueError(f"no {name} {value}")
        return divmod((organist * self.pistons + piston) * self.stops + stop, 8)

    def draw(self, organist, piston, stop):
        byte, bit = self._position(organist, piston, stop)
        self.memory[byte] |= 1 << bit

    def cancel(self, organist, piston, stop):
        byte, bit = self._position(organist, piston, stop)
        self.memory[byte] &= 0xFF ^ (1 << bit)

    def store(self, organist, piston, mask):
        if mask < 0:
            raise ValueError("mask is negative")
        for stop in range(max(self.stops, mask.bit_length())):
            if mask >> stop & 1:
                self.draw(organist, piston, stop)
            else:
                self.cancel(organist, piston, stop)

    def recall(self, organist, piston):
        mask = 0
        for stop in range(self.stops):
            byte, bit = self._position(organist, piston, stop)
            mask |= (self.memory[byte] >> bit & 1) << stop
        return mask

    def image(self):
        return bytes(self.memory)
