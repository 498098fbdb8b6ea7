import struct
from functools import reduce


def parse(patch):
    if not patch:
        return
    rest = memoryview(patch)
    while rest.nbytes:
        try:
            step, length = struct.unpack_from(">hB", rest)
            (data,) = struct.unpack_from(f"{length}s", rest, 3)
        except struct.error as e:
            raise ValueError("cut off") from e
        yield step, data
        rest = rest[3 + length:]


def put(state, record):
    (area, cursor), (step, data) = state, record
    begin = cursor + step
    end = begin + len(data)
    if not 0 <= begin <= end <= len(area):
        raise ValueError(f"{begin}..{end} is not within the user area")
    return area[:begin] + data + area[end:], end


def apply_patch(memory, patch):
    factory, user, calibration = memory[:64], memory[64:len(memory) - 16], memory[len(memory) - 16:]
    user, _ = reduce(put, parse(patch), (user, 0))
    return b"".join((factory, user, calibration))
