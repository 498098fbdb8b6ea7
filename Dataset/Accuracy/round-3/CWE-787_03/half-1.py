import struct

FACTORY = 64
CALIBRATION = 16


def apply_patch(memory, patch):
    end = len(memory) - CALIBRATION
    out = bytearray(memory)
    cursor = FACTORY
    position = 0
    while position < len(patch):
        if position + 3 > len(patch):
            raise ValueError("the record is cut off")
        step, length = struct.unpack_from(">hB", patch, position)
        position += 3
        data = patch[position:position + length]
        if len(data) != length:
            raise ValueError("the data is cut off")
        position += length
        cursor += step
        if not data:
            continue
        if cursor < FACTORY or cursor + length > end:
            raise ValueError("the record does not stay within the user area")
        out[cursor:cursor + length] = data
        cursor += length
    return bytes(out)
