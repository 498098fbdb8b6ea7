import struct


def apply_patch(memory, patch):
    result = bytearray(memory)
    limit = len(memory) - 16
    cursor = 64
    i = 0
    while i + 3 <= len(patch):
        step, length = struct.unpack(">hB", patch[i:i + 3])
        data = patch[i + 3:i + 3 + length]
        i += 3 + length
        cursor += step
        if cursor + len(data) > limit:
            raise ValueError("record outside of the user area")
        result[cursor:cursor + len(data)] = data
        cursor += len(data)
    return bytes(result)
