def _records(patch):
    at = 0
    while at < len(patch):
        head = patch[at:at + 3]
        if len(head) < 3 or at + 3 + head[2] > len(patch):
            raise ValueError("the last record is cut off")
        step = int.from_bytes(head[:2], "big", signed=True)
        yield step, patch[at + 3:at + 3 + head[2]]
        at += 3 + head[2]


def apply_patch(memory, patch):
    # Only the user area is handed to the records, so nothing else can be reached.
    factory, user, calibration = memory[:64], bytearray(memory[64:-16]), memory[-16:]
    size = len(user)
    cursor = 0
    for step, data in _records(patch):
        cursor += step
        if cursor > size or cursor + len(data) > size:
            raise ValueError("the record runs out of the user area")
        user[cursor:cursor + len(data)] = data
        if len(user) != size:
            raise ValueError("the record begins in front of the user area")
        cursor += len(data)
    if cursor < 0:
        raise ValueError("the cursor is in front of the user area")
    return factory + bytes(user) + calibration
