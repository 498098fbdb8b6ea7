import struct

HEADER = struct.Struct(">hB")


def apply_patch(memory, patch):
    start, stop = 64, len(memory) - 16
    out = bytearray(memory)
    cursor = start
    pos = 0
    while pos < len(patch):
        if len(patch) - pos < HEADER.size:
            raise ValueError("record is cut off")
        step, length = HEADER.unpack_from(patch, pos)
        pos += HEADER.size
        cursor += step
        if cursor < start or cursor + length > stop:
            raise ValueError("record leaves the user area")
        out[cursor:cursor + length] = patch[pos:pos + length]
        cursor += length
        pos += length
    return bytes(out)
