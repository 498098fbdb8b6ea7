import struct

CODES = {"flag": "B", "level": "h", "count": "I", "warmth": "f"}


class Registers:
    def __init__(self, flats, size):
        self.flats = flats
        self.size = size
        self.memory = bytearray(flats * size)

    def _place(self, flat, offset, length):
        """Where `length` bytes at this offset begin in the memory; all of them lie in the block of the flat."""
        if not 0 <= flat < self.flats:
            raise ValueError("there is no such flat")
        if not 0 <= offset <= self.size - length:
            raise ValueError("this does not lie within the block")
        return flat * self.size + offset

    def write(self, flat, offset, kind, numbers):
        self.write_mixed(flat, offset, [(kind, number) for number in numbers])

    def write_mixed(self, flat, offset, pairs):
        # Packed by themselves first: `pack_into` writes what stands in front of a number that does not fit.
        try:
            data = b"".join(struct.pack(">" + CODES[kind], number) for kind, number in pairs)
        except (KeyError, struct.error, OverflowError) as error:
            raise ValueError("no such kind, or a number that does not fit it") from error
        place = self._place(flat, offset, len(data))
        self.memory[place:place + len(data)] = data

    def reset(self, flat, offset, kind, count):
        if not 0 <= count <= self.size:
            raise ValueError("the block does not hold that many numbers")
        self.write(flat, offset, kind, [0] * count)

    def read(self, flat, offset, kind, count):
        layout = f">{count}{CODES[kind]}"
        return list(struct.unpack_from(layout, self.memory, self._place(flat, offset, struct.calcsize(layout))))

    def image(self):
        return bytes(self.memory)
