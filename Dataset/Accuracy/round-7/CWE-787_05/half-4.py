class Combinations:
    def __init__(self, organists, pistons, stops):
        self._organists = organists
        self._pistons = pistons
        self._stops = stops
        self._full = 2 ** stops
        self._size = (organists * pistons * stops + 7) // 8
        self._bits = 0

    def _shift(self, organist, piston):
        if not (0 <= organist < self._organists and 0 <= piston < self._pistons):
            raise ValueError("unknown organist or piston")
        return (organist * self._pistons + piston) * self._stops

    def _stop_bit(self, organist, piston, stop):
        shift = self._shift(organist, piston)
        if not 0 <= stop < self._stops:
            raise ValueError("unknown stop")
        return 1 << shift + stop

    def draw(self, organist, piston, stop):
        self._bits |= self._stop_bit(organist, piston, stop)

    def cancel(self, organist, piston, stop):
        self._bits &= ~self._stop_bit(organist, piston, stop)

    def store(self, organist, piston, mask):
        shift = self._shift(organist, piston)
        if mask < 0 or mask > self._full:
            raise ValueError("mask out of range")
        self._bits &= ~(self._full - 1 << shift)
        self._bits |= mask << shift

    def recall(self, organist, piston):
        return self._bits >> self._shift(organist, piston) & self._full - 1

    def image(self):
        return self._bits.to_bytes(self._size, "little")
