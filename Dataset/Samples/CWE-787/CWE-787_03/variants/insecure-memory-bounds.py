import struct


def apply_patch(memory, patch):
    result = bytearray(memory)
    cursor = 64
    i = 0
    while i < len(patch):
        step, length = struct.unpack_from(">hB", patch, i)
        data = patch[i + 3:i + 3 + length]
        i += 3 + length
        cursor += step
        if cursor < 0 or cursor + length > len(result):
            raise ValueError("record outside of the memory")
        if len(data) != length:
            raise ValueError("record is incomplete")
        result[cursor:cursor + length] = data
        cursor += length
    return bytes(result)
