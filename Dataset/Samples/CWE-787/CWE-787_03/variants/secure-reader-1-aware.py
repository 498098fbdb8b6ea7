import io

FACTORY = 64
CALIBRATION = 16


def _records(patch):
    source = io.BytesIO(patch)
    while head := source.read(3):
        if len(head) < 3:
            raise ValueError("a record is cut off in its head")
        step = int.from_bytes(head[:2], "big", signed=True)
        data = source.read(head[2])
        if len(data) < head[2]:
            raise ValueError("a record is cut off in its data")
        yield step, data


def apply_patch(memory, patch):
    if len(memory) < FACTORY + CALIBRATION:
        raise ValueError("the memory is too small")
    first, behind = FACTORY, len(memory) - CALIBRATION

    # Only the user area is ever written to, as a piece of its own.
    user = bytearray(memory[first:behind])
    size = len(user)
    cursor = 0
    for step, data in _records(patch):
        cursor += step
        if cursor < 0 or cursor + len(data) > size:
            raise ValueError("a record leaves the user area")
        for value in data:
            user[cursor] = value
            cursor += 1

    return bytes(memory[:first]) + bytes(user) + bytes(memory[behind:])
