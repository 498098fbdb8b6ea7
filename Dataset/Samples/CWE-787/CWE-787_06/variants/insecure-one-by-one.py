import struct

CODES = {"flag": "B", "level": "h", "count": "I", "warmth": "f"}


class Registers:
    def __init__(self, flats, size):
        self.flats = flats
        self.size = size
        self.memory = bytearray(flats * size)

    def write(self, flat, offset, kind, numbers):
        self.write_mixed(flat, offset, [(kind, number) for number in numbers])

    def write_mixed(self, flat, offset, pairs):
        if not 0 <= flat < self.flats or offset < 0:
            raise ValueError("there is no such flat or offset")
        for kind, number in pairs:
            try:
                data = struct.pack(">" + CODES[kind], number)
            except (KeyError, struct.error, OverflowError) as error:
                raise ValueError("no such kind, or a number that does not fit it") from error
            if offset + len(data) > self.size:
                raise ValueError("the block is full")
            place = flat * self.size + offset
            self.memory[place:place + len(data)] = data
            offset += len(data)

    def reset(self, flat, offset, kind, count):
        if not 0 <= count <= self.size:
            raise ValueError("the block does not hold that many numbers")
        self.write(flat, offset, kind, [0] * count)

    def read(self, flat, offset, kind, count):
        return list(struct.unpack_from(f">{count}{CODES[kind]}", self.memory, flat * self.size + offset))

    def image(self):
        return bytes(self.memory)
