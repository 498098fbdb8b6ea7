class Combinations:
    """Every registration is a list of its own; the image is only made when it is asked for."""

    def __init__(self, organists, pistons, stops):
        self.stops = stops
        self.registrations = {
            (organist, piston): [0] * stops for organist in range(organists) for piston in range(pistons)
        }

    def _turn(self, organist, piston, stop, bit):
        registration = self.registrations[organist, piston]
        if stop < 0:
            raise IndexError("stops are counted from 0")
        registration[stop] = bit

    def draw(self, organist, piston, stop):
        self._turn(organist, piston, stop, 1)

    def cancel(self, organist, piston, stop):
        self._turn(organist, piston, stop, 0)

    def store(self, organist, piston, mask):
        digits = f"{mask:0{self.stops}b}"
        if (organist, piston) not in self.registrations or len(digits) != self.stops or mask < 0:
            raise LookupError("no such registration")
        self.registrations[organist, piston] = [int(digit) for digit in reversed(digits)]

    def recall(self, organist, piston):
        return int("".join(map(str, reversed(self.registrations[organist, piston]))), 2)

    def image(self):
        bits = [bit for registration in self.registrations.values() for bit in registration]
        bits += [0] * (-len(bits) % 8)
        return bytes(sum(bit << place for place, bit in enumerate(bits[n:n + 8])) for n in range(0, len(bits), 8))
