FIRST, KEPT = 64, 16


def apply_patch(memory, patch):
    out = bytearray(memory)
    last = len(out) - KEPT
    cursor, pos = FIRST, 0
    while pos < len(patch):
        header = patch[pos:pos + 3]
        if len(header) < 3:
            raise ValueError("record is cut off")
        step = int.from_bytes(header[:2], "big", signed=True)
        length = header[2]
        if pos + length > len(patch):
            raise ValueError("record is cut off")
        cursor += step
        if not FIRST <= cursor <= cursor + length <= last:
            raise ValueError("record leaves the user area")
        out[cursor:cursor + length] = patch[pos + 3:pos + 3 + length]
        cursor += length
        pos += 3 + length
    return bytes(out)
