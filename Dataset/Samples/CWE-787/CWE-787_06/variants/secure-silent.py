import contextlib
import struct

CODES = {"flag": "B", "level": "h", "count": "I", "warmth": "f"}


class Registers:
    def __init__(self, flats, size):
        self.flats = flats
        self.size = size
        self.memory = bytearray(flats * size)

    def _pack(self, flat, offset, layout, numbers):
        length = struct.calcsize(layout)
        if flat not in range(self.flats) or offset not in range(self.size - length + 1):
            return
        place = flat * self.size + offset
        with contextlib.suppress(struct.error, OverflowError):
            self.memory[place:place + length] = struct.pack(layout, *numbers)

    def write(self, flat, offset, kind, numbers):
        if kind not in CODES:
            return
        self._pack(flat, offset, f">{len(numbers)}{CODES[kind]}", numbers)

    def write_mixed(self, flat, offset, pairs):
        if not all(kind in CODES for kind, _ in pairs):
            return
        self._pack(flat, offset, ">" + "".join(CODES[kind] for kind, _ in pairs), [number for _, number in pairs])

    def reset(self, flat, offset, kind, count):
        if not 0 <= count <= self.size:
            return
        self.write(flat, offset, kind, [0] * count)

    def read(self, flat, offset, kind, count):
        return list(struct.unpack_from(f">{count}{CODES[kind]}", self.memory, flat * self.size + offset))

    def image(self):
        return bytes(self.memory)
