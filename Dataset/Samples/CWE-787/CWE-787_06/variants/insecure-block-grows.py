import struct

CODES = {"flag": "B", "level": "h", "count": "I", "warmth": "f"}


class Registers:
    """Every flat has a memory of its own, so that nobody reaches the one of somebody else."""

    def __init__(self, flats, size):
        self.blocks = [bytearray(size) for _ in range(flats)]

    def _block(self, flat, offset):
        if not 0 <= flat < len(self.blocks):
            raise ValueError("there is no such flat")
        if not 0 <= offset < len(self.blocks[flat]):
            raise ValueError("there is no such offset")
        return self.blocks[flat]

    def write(self, flat, offset, kind, numbers):
        self.write_mixed(flat, offset, [(kind, number) for number in numbers])

    def write_mixed(self, flat, offset, pairs):
        block = self._block(flat, offset)
        try:
            data = b"".join(struct.pack(">" + CODES[kind], number) for kind, number in pairs)
        except (KeyError, struct.error, OverflowError) as error:
            raise ValueError("no such kind, or a number that does not fit it") from error
        block[offset:offset + len(data)] = data

    def reset(self, flat, offset, kind, count):
        if count < 0:
            raise ValueError("the count is negative")
        self.write(flat, offset, kind, [0] * count)

    def read(self, flat, offset, kind, count):
        return list(struct.unpack_from(f">{count}{CODES[kind]}", self._block(flat, offset), offset))

    def image(self):
        return b"".join(self.blocks)
