import struct


def _records(patch):
    view = memoryview(patch)
    while view:
        try:
            step, length = struct.unpack_from(">hB", view)
            (data,) = struct.unpack_from(f"{length}s", view, 3)
        except struct.error as exc:
            raise ValueError("the patch is cut off") from exc
        yield step, data
        view = view[3 + length:]


def apply_patch(memory, patch):
    """Works on a copy of the user area alone; the other parts are only ever copied."""
    factory, area, calibration = memory[:64], bytearray(memory[64:-16]), memory[-16:]
    size, cursor = len(area), 0
    for step, data in _records(patch):
        begin = cursor + step
        cursor = begin + len(data)
        if not 0 <= begin <= cursor <= size:
            raise ValueError("a record leaves the user area")
        area[begin:cursor] = data
    return b"".join((factory, area, calibration))
