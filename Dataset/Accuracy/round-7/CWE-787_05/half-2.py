class Combinations:
    def __init__(self, organists, pistons, stops):
        self.pistons = pistons
        self.stops = stops
        self.registrations = organists * pistons
        self._memory = bytearray(-(-self.registrations * stops // 8))

    def _bits(self, organist, piston):
        """The positions of the bits of a registration."""
        number = organist * self.pistons + piston
        if organist < 0 or not 0 <= number < self.registrations:
            raise ValueError(f"no registration {organist}/{piston}")
        return range(number * self.stops, (number + 1) * self.stops)

    def _set(self, position, on):
        if on:
            self._memory[position >> 3] |= 1 << (position & 7)
        else:
            self._memory[position >> 3] &= 0xFF ^ (1 << (position & 7))

    def _turn(self, organist, piston, stop, on):
        bits = self._bits(organist, piston)
        if not 0 <= stop < self.stops:
            raise ValueError(f"no stop {stop}")
        self._set(bits[stop], on)

    def draw(self, organist, piston, stop):
        self._turn(organist, piston, stop, True)

    def cancel(self, organist, piston, stop):
        self._turn(organist, piston, stop, False)

    def store(self, organist, piston, mask):
        bits = self._bits(organist, piston)
        if mask < 0 or mask >> self.stops:
            raise ValueError("mask does not fit the organ")
        for k, position in enumerate(bits):
            self._set(position, mask >> k & 1)

    def recall(self, organist, piston):
        return sum((self._memory[p >> 3] >> (p & 7) & 1) << k
                   for k, p in enumerate(self._bits(organist, piston)))

    def image(self):
        return bytes(self._memory)
