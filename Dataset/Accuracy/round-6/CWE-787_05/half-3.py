class Combinations:
    def __init__(self, organists, pistons, stops):
        self.stops = stops
        self.full = (1 << stops) - 1
        self.total = organists * pistons * stops
        self.starts = [
            [(organist * pistons + piston) * stops for piston in range(pistons)]
            for organist in range(organists)
        ]
        self.bits = 0

    def _start(self, organist, piston):
        try:
            return self.starts[organist][piston]
        except IndexError:
            raise ValueError("no such organist or piston") from None

    def _bit(self, organist, piston, stop):
        if not 0 <= stop < self.stops:
            raise ValueError("no such stop")
        return 1 << (self._start(organist, piston) + stop)

    def draw(self, organist, piston, stop):
        self.bits |= self._bit(organist, piston, stop)

    def cancel(self, organist, piston, stop):
        self.bits &= ~self._bit(organist, piston, stop)

    def store(self, organist, piston, mask):
        if not 0 <= mask <= self.full:
            raise ValueError("mask does not fit the organ")
        start = self._start(organist, piston)
        self.bits = self.bits & ~(self.full << start) | mask << start

    def recall(self, organist, piston):
        return self.bits >> self._start(organist, piston) & self.full

    def image(self):
        return self.bits.to_bytes((self.total + 7) // 8, "little")
