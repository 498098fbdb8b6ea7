def within(number, count, what):
    if number not in range(count):
        raise ValueError(f"{what} {number} does not exist; there are {count}")
    return number


class Combinations:
    def __init__(self, organists, pistons, stops):
        self.sizes = {"organist": organists, "piston": pistons, "stop": stops}
        self.memory = bytearray(organists * pistons * stops // 8 + 1)
        self.length = (organists * pistons * stops + 7) // 8

    def _bit(self, organist, piston, stop):
        place = 0
        for what, number in (("organist", organist), ("piston", piston), ("stop", stop)):
            place = place * self.sizes[what] + within(number, self.sizes[what], what)
        return place // 8, 1 << place % 8

    def draw(self, organist, piston, stop):
        byte, bit = self._bit(organist, piston, stop)
        self.memory[byte] |= bit

    def cancel(self, organist, piston, stop):
        byte, bit = self._bit(organist, piston, stop)
        self.memory[byte] &= 0xFF ^ bit

    def store(self, organist, piston, mask):
        within(mask, 2 ** self.sizes["stop"], "mask")
        for stop in range(self.sizes["stop"]):
            turn = self.draw if mask & 2 ** stop else self.cancel
            turn(organist, piston, stop)

    def recall(self, organist, piston):
        mask = 0
        for stop in range(self.sizes["stop"]):
            byte, bit = self._bit(organist, piston, stop)
            if self.memory[byte] & bit:
                mask += 2 ** stop
        return mask

    def image(self):
        return bytes(self.memory[:self.length])
