class Combinations:
    def __init__(self, organists, pistons, stops):
        self._shape = (organists, pistons, stops)
        self._mem = bytearray((organists * pistons * stops + 7) // 8)

    def _place(self, *path):
        """Byte and bit mask of one stop; every part of the path is checked."""
        position = 0
        for size, number in zip(self._shape, path, strict=True):
            if not 0 <= number < size:
                raise ValueError(f"{number} is not in 0..{size - 1}")
            position = position * size + number
        return position // 8, 1 << position % 8

    def draw(self, organist, piston, stop):
        byte, bit = self._place(organist, piston, stop)
        self._mem[byte] |= bit

    def cancel(self, organist, piston, stop):
        byte, bit = self._place(organist, piston, stop)
        self._mem[byte] &= ~bit

    def store(self, organist, piston, mask):
        if mask < 0:
            raise ValueError("mask must not be negative")
        for stop in range(self._shape[2]):
            self.cancel(organist, piston, stop)
        stop = 0
        while mask:
            if mask & 1:
                self.draw(organist, piston, stop)
            mask >>= 1
            stop += 1

    def recall(self, organist, piston):
        mask = 0
        for stop in range(self._shape[2]):
            byte, bit = self._place(organist, piston, stop)
            if self._mem[byte] & bit:
                mask |= 1 << stop
        return mask

    def image(self):
        return bytes(self._mem)
