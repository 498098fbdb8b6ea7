import struct

LAYOUTS = {
    kind: struct.Struct(">" + code)
    for kind, code in (("flag", "B"), ("level", "h"), ("count", "I"), ("warmth", "f"))
}


class Registers:
    """Every flat has a memory of its own, and a change is tried on a copy of it."""

    def __init__(self, flats, size):
        self.blocks = {flat: bytearray(size) for flat in range(flats)}

    def write(self, flat, offset, kind, numbers):
        self.write_mixed(flat, offset, [(kind, number) for number in numbers])

    def write_mixed(self, flat, offset, pairs):
        if offset < 0:
            raise IndexError("offsets are counted from 0")
        changed = bytearray(self.blocks[flat])
        for kind, number in pairs:
            LAYOUTS[kind].pack_into(changed, offset, number)
            offset += LAYOUTS[kind].size
        self.blocks[flat] = changed

    def reset(self, flat, offset, kind, count):
        if count not in range(len(self.blocks[flat]) + 1):
            raise IndexError("the block does not hold that many numbers")
        self.write(flat, offset, kind, count * [0])

    def read(self, flat, offset, kind, count):
        layout = LAYOUTS[kind]
        return [layout.unpack_from(self.blocks[flat], offset + place * layout.size)[0] for place in range(count)]

    def image(self):
        return b"".join(self.blocks.values())
