def apply_patch(memory, patch):
    first, end = 64, len(memory) - 16
    result = bytearray(memory)
    cursor, pos = first, 0
    while pos < len(patch):
        if pos + 3 > len(patch):
            raise ValueError("the record is cut off")
        step = int.from_bytes(patch[pos:pos + 2], "big", signed=True)
        length = patch[pos + 2]
        data = patch[pos + 3:pos + 3 + length]
        pos += 3 + length
        if len(data) != length:
            raise ValueError("the record is cut off")
        cursor += step
        for byte in data:
            if not first <= cursor < end:
                raise ValueError("the record leaves the user area")
            result[cursor] = byte
            cursor += 1
    return bytes(result)
