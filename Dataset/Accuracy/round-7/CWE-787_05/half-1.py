class Combinations:
    def __init__(self, organists, pistons, stops):
        self._organists, self._pistons, self._stops = organists, pistons, stops
        self._mem = bytearray((organists * pistons * stops + 7) // 8)

    def _first_bit(self, organist, piston):
        if not 0 <= organist < self._organists:
            raise ValueError("no such organist")
        if not 0 <= piston < self._pistons:
            raise ValueError("no such piston")
        return (organist * self._pistons + piston) * self._stops

    def _check_stop(self, stop):
        if not 0 <= stop < self._stops:
            raise ValueError("no such stop")

    def draw(self, organist, piston, stop):
        self._check_stop(stop)
        byte, bit = divmod(self._first_bit(organist, piston) + stop, 8)
        self._mem[byte] |= 1 << bit

    def cancel(self, organist, piston, stop):
        self._check_stop(stop)
        byte, bit = divmod(self._first_bit(organist, piston) + stop, 8)
        self._mem[byte] &= ~(1 << bit) & 0xFF

    def store(self, organist, piston, mask):
        if mask.bit_length() > self._stops:
            raise ValueError("mask has bits beyond the last stop")
        first = self._first_bit(organist, piston)
        start, shift = divmod(first, 8)
        end = (first + self._stops + 7) // 8
        window = int.from_bytes(self._mem[start:end], "little")
        window &= ~(((1 << self._stops) - 1) << shift)
        window |= mask << shift
        for i in range(start, end):
            self._mem[i] = window & 0xFF
            window >>= 8

    def recall(self, organist, piston):
        first = self._first_bit(organist, piston)
        value = int.from_bytes(self._mem[first // 8:(first + self._stops + 7) // 8], "little")
        return value >> first % 8 & (1 << self._stops) - 1

    def image(self):
        return bytes(self._mem)
