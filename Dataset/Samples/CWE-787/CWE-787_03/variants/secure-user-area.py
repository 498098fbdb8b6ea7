import io
import struct


class BadPatch(Exception):
    pass


def read_exactly(stream, count):
    data = stream.read(count)
    if len(data) != count:
        raise BadPatch("unexpected end of the patch")
    return data


def records(patch):
    stream = io.BytesIO(patch)
    while stream.tell() < len(patch):
        (step,) = struct.unpack("!h", read_exactly(stream, 2))
        (length,) = read_exactly(stream, 1)
        yield step, read_exactly(stream, length)


def apply_patch(memory, patch):
    factory, user, calibration = memory[:64], bytearray(memory[64:-16]), memory[-16:]
    window = memoryview(user)
    cursor = 0
    for step, data in records(patch):
        cursor += step
        if not 0 <= cursor <= len(window):
            raise BadPatch(f"cursor at {cursor}")
        # Raises ValueError where the data is longer than what is left of the window.
        window[cursor:cursor + len(data)] = data
        cursor += len(data)
    window.release()
    return b"".join((factory, user, calibration))
