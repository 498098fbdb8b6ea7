class Combinations:
    def __init__(self, organists, pistons, stops):
        self.organists = organists
        self.pistons = pistons
        self.stops = stops
        self.memory = bytearray((organists * pistons * stops + 7) // 8)

    def _first_bit(self, organist, piston):
        if not 0 <= organist < self.organists or not 0 <= piston < self.pistons:
            raise ValueError("there is no such organist or piston")
        return (organist * self.pistons + piston) * self.stops

    def _set(self, bit, is_on):
        byte, place = divmod(bit, 8)
        if is_on:
            self.memory[byte] |= 1 << place
        else:
            self.memory[byte] &= ~(1 << place)

    def _set_stop(self, organist, piston, stop, is_on):
        first = self._first_bit(organist, piston)
        if not 0 <= stop < self.stops:
            raise ValueError("there is no such stop")
        self._set(first + stop, is_on)

    def draw(self, organist, piston, stop):
        self._set_stop(organist, piston, stop, True)

    def cancel(self, organist, piston, stop):
        self._set_stop(organist, piston, stop, False)

    def store(self, organist, piston, mask):
        first = self._first_bit(organist, piston)
        if mask < 0:
            raise ValueError("a mask is not negative")
        for stop in range(self.stops):
            self._set(first + stop, False)
        stop = 0
        while mask >> stop:
            if mask >> stop & 1:
                self._set(first + stop, True)
            stop += 1

    def recall(self, organist, piston):
        first = self._first_bit(organist, piston)
        bits = (first + stop for stop in range(self.stops))
        return sum((self.memory[bit // 8] >> bit % 8 & 1) << stop for stop, bit in enumerate(bits))

    def image(self):
        return bytes(self.memory)
