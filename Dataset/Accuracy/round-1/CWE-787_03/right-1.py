import io
import struct
from typing import NamedTuple


class Record(NamedTuple):
    step: int
    data: bytes


def records(patch):
    stream = io.BytesIO(patch)
    while header := stream.read(3):
        try:
            step, length = struct.unpack(">hB", header)
        except struct.error as error:
            raise ValueError("cut off in a header") from error
        data = stream.read(length)
        if len(data) < length:
            raise ValueError("cut off in the data")
        yield Record(step, data)


class UserArea:
    def __init__(self, size):
        self.pixels = bytearray(size)
        self.cursor = 0

    def apply(self, record):
        start = self.cursor + record.step
        stop = start + len(record.data)
        if start < 0 or stop > len(self.pixels):
            raise ValueError(f"record reaches from {start} to {stop}")
        memoryview(self.pixels)[start:stop] = record.data
        self.cursor = stop


def apply_patch(memory, patch):
    if len(memory) < 80:
        raise ValueError("memory is too small")
    area = UserArea(0)
    area.pixels[:] = memory[64:-16]
    for record in records(patch):
        area.apply(record)
    return memory[:64] + area.pixels + memory[-16:]
