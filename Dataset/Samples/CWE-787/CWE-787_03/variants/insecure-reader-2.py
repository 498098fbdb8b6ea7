import struct

FACTORY = 64


def apply_patch(memory, patch):
    result = bytearray(memory)
    cursor = FACTORY
    pos = 0
    while pos < len(patch):
        step, length = struct.unpack_from(">hB", patch, pos)
        pos += 3
        data = patch[pos:pos + length]
        pos += length
        cursor += step
        result[cursor:cursor + length] = data
        cursor += length
    return bytes(result)
