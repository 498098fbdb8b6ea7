import logging
from contextlib import contextmanager
from itertools import product

log = logging.getLogger(__name__)


class Combinations:
    def __init__(self, organists, pistons, stops):
        self._stops = stops
        keys = product(range(organists), range(pistons))
        self._start = {key: n * stops for n, key in enumerate(keys)}
        self._mem = memoryview(bytearray((len(self._start) * stops + 7) >> 3))

    @contextmanager
    def _registration(self, organist, piston):
        """Hand out a list of 0/1 per stop; write it back if nothing was raised."""
        try:
            start = self._start[organist, piston]
        except KeyError:
            log.warning("refused: organist %r, piston %r", organist, piston)
            raise ValueError("no such organist or piston") from None
        places = [divmod(start + k, 8) for k in range(self._stops)]
        bits = [self._mem[byte] >> bit & 1 for byte, bit in places]
        yield bits
        for (byte, bit), on in zip(places, bits, strict=True):
            self._mem[byte] = self._mem[byte] & (0xFF - (1 << bit)) | on << bit

    def _known(self, stop):
        if stop < 0 or stop >= self._stops:
            raise ValueError("no such stop")
        return stop

    def draw(self, organist, piston, stop):
        with self._registration(organist, piston) as bits:
            bits[self._known(stop)] = 1

    def cancel(self, organist, piston, stop):
        with self._registration(organist, piston) as bits:
            bits[self._known(stop)] = 0

    def store(self, organist, piston, mask):
        with self._registration(organist, piston) as bits:
            if not 0 <= mask < 1 << self._stops:
                raise ValueError("mask does not fit")
            bits[:] = (mask >> k & 1 for k in range(self._stops))

    def recall(self, organist, piston):
        with self._registration(organist, piston) as bits:
            return sum(on << k for k, on in enumerate(bits))

    def image(self):
        return self._mem.tobytes()
