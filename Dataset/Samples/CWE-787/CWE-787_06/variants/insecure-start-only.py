import struct

CODES = {"flag": "B", "level": "h", "count": "I", "warmth": "f"}


class Registers:
    def __init__(self, flats, size):
        self.flats = flats
        self.size = size
        self.memory = bytearray(flats * size)

    def _pack(self, flat, offset, layout, numbers):
        if not 0 <= flat < self.flats:
            raise ValueError("there is no such flat")
        if not 0 <= offset < self.size:
            raise ValueError("there is no such offset")
        place = flat * self.size + offset
        try:
            data = struct.pack(layout, *numbers)
        except (struct.error, OverflowError) as error:
            raise ValueError("a number does not fit") from error
        self.memory[place:place + len(data)] = data

    def write(self, flat, offset, kind, numbers):
        if kind not in CODES:
            raise ValueError("there is no such kind")
        self._pack(flat, offset, f">{len(numbers)}{CODES[kind]}", numbers)

    def write_mixed(self, flat, offset, pairs):
        if not all(kind in CODES for kind, _ in pairs):
            raise ValueError("there is no such kind")
        self._pack(flat, offset, ">" + "".join(CODES[kind] for kind, _ in pairs), [number for _, number in pairs])

    def reset(self, flat, offset, kind, count):
        if not 0 <= count <= self.size:
            raise ValueError("the block does not hold that many numbers")
        self.write(flat, offset, kind, [0] * count)

    def read(self, flat, offset, kind, count):
        return list(struct.unpack_from(f">{count}{CODES[kind]}", self.memory, flat * self.size + offset))

    def image(self):
        return bytes(self.memory)
