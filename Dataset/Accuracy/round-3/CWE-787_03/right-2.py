from functools import reduce
from struct import Struct

HEAD = Struct(">hB")


def _parse(patch):
    while patch:
        if len(patch) < HEAD.size:
            raise ValueError("half a head")
        step, length = HEAD.unpack(patch[:HEAD.size])
        data, rest = patch[HEAD.size:HEAD.size + length], patch[HEAD.size + length:]
        if len(data) < length:
            raise ValueError("half a record")
        yield step, data
        patch = rest


def _write(state, record):
    user, cursor = state
    step, data = record
    begin = cursor + step
    end = begin + len(data)
    if not 0 <= begin <= end <= len(user):
        raise ValueError("outside the user area")
    return user[:begin] + data + user[end:], end


def apply_patch(memory, patch):
    border = len(memory) - 16
    user, _ = reduce(_write, _parse(bytes(patch)), (bytes(memory[64:border]), 0))
    result = bytes(memory[:64]) + user + bytes(memory[border:])
    assert len(result) == len(memory)
    return result
