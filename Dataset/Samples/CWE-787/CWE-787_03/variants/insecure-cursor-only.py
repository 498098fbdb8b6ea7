import struct


def apply_patch(memory, patch):
    result = bytearray(memory)
    user_start, user_end = 64, len(memory) - 16
    cursor = user_start
    i = 0
    while i < len(patch):
        step, length = struct.unpack_from(">hB", patch, i)
        i += 3
        cursor += step
        if length and not user_start <= cursor < user_end:
            raise ValueError("cursor outside of the user area")
        for value in patch[i:i + length]:
            result[cursor] = value
            cursor += 1
        i += length
    return bytes(result)
