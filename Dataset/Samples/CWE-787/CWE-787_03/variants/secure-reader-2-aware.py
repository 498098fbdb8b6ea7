import io

HEAD, TAIL = 64, 16


def _take(stream, count):
    data = stream.read(count)
    if len(data) != count:
        raise ValueError("the patch is cut off")
    return data


def apply_patch(memory, patch):
    if len(memory) < HEAD + TAIL:
        raise ValueError("the memory is too small")
    end = len(memory) - TAIL
    # only the user area is handed to the records
    user = bytearray(memory[HEAD:end])
    stream = io.BytesIO(patch)
    cursor = 0
    while first := stream.read(1):
        step = int.from_bytes(first + _take(stream, 1), "big", signed=True)
        length = _take(stream, 1)[0]
        data = _take(stream, length)
        cursor += step
        if cursor < 0 or cursor + length > len(user):
            raise ValueError("a record leaves the user area")
        user[cursor:cursor + length] = data
        cursor += length
    return bytes(memory[:HEAD]) + bytes(user) + bytes(memory[end:])
