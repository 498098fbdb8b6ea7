FIRST = 64
LAST = 16


def apply_patch(memory, patch):
    result = bytearray(memory)
    end = len(memory) - LAST
    cursor = FIRST
    at = 0
    while at < len(patch):
        if at + 3 > len(patch):
            raise ValueError("record is cut off")
        step = int.from_bytes(patch[at:at + 2], "big", signed=True)
        length = patch[at + 2]
        data = patch[at + 3:at + 3 + length]
        if len(data) != length:
            raise ValueError("record is cut off")
        at += 3 + length
        cursor += step
        if not data:
            continue
        if step < 0 and cursor < FIRST:
            raise ValueError("record begins in front of the user area")
        if cursor + length > end:
            raise ValueError("record ends behind the user area")
        result[cursor:cursor + length] = data
        cursor += length
    return bytes(result)
