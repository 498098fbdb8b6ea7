import struct

CODES = {"flag": "B", "level": "h", "count": "I", "warmth": "f"}


class Registers:
    def __init__(self, flats, size):
        self.size = size
        self.memory = bytearray(flats * size)

    def write(self, flat, offset, kind, numbers):
        layout = f">{len(numbers)}{CODES[kind]}"
        struct.pack_into(layout, self.memory, flat * self.size + offset, *numbers)

    def write_mixed(self, flat, offset, pairs):
        layout = ">" + "".join(CODES[kind] for kind, _ in pairs)
        struct.pack_into(layout, self.memory, flat * self.size + offset, *(number for _, number in pairs))

    def reset(self, flat, offset, kind, count):
        self.write(flat, offset, kind, [0] * count)

    def read(self, flat, offset, kind, count):
        return list(struct.unpack_from(f">{count}{CODES[kind]}", self.memory, flat * self.size + offset))

    def image(self):
        return bytes(self.memory)
