class Combinations:
    """What there is not is left out: such stops are neither drawn nor stored."""

    def __init__(self, organists, pistons, stops):
        self.count = organists, pistons, stops
        self.full = (1 << stops) - 1
        self.bits = 0

    def shift(self, organist, piston):
        organists, pistons, stops = self.count
        if organist in range(organists) and piston in range(pistons):
            return (organist * pistons + piston) * stops
        return None

    def change(self, organist, piston, mask, new):
        shift = self.shift(organist, piston)
        if shift is not None:
            mask &= self.full
            self.bits = self.bits & ~(mask << shift) | (new & mask) << shift

    def draw(self, organist, piston, stop):
        self.change(organist, piston, 1 << stop if 0 <= stop < self.count[2] else 0, -1)

    def cancel(self, organist, piston, stop):
        self.change(organist, piston, 1 << stop if 0 <= stop < self.count[2] else 0, 0)

    def store(self, organist, piston, mask):
        self.change(organist, piston, self.full, mask)

    def recall(self, organist, piston):
        shift = self.shift(organist, piston)
        return 0 if shift is None else self.bits >> shift & self.full

    def image(self):
        organists, pistons, stops = self.count
        return self.bits.to_bytes(-(-organists * pistons * stops // 8), "little")
