import struct

FACTORY, CALIBRATION = 64, 16


def apply_patch(memory, patch):
    result = bytearray(memory)
    end = len(memory) - CALIBRATION
    cursor = FACTORY
    position = 0
    while position < len(patch):
        if position + 3 > len(patch):
            raise ValueError("the patch is cut off")
        step, length = struct.unpack_from(">hB", patch, position)
        data = patch[position + 3:position + 3 + length]
        if len(data) != length:
            raise ValueError("the patch is cut off")
        position += 3 + length
        cursor += step
        if data:
            if cursor < FACTORY or cursor + length > end:
                raise ValueError("the record leaves the user area")
            result[cursor:cursor + length] = data
            cursor += length
    return bytes(result)
