import io
from dataclasses import dataclass

FACTORY, CALIBRATION = 64, 16


@dataclass
class Cursor:
    area: memoryview
    at: int = 0

    def move(self, step):
        self.at += step
        if self.at not in range(len(self.area) + 1):
            raise ValueError("the cursor leaves the user area")

    def write(self, data):
        begin = self.at
        self.move(len(data))
        self.area[begin:self.at] = data


def records(patch):
    stream = io.BytesIO(patch)
    while head := stream.read(3):
        if len(head) < 3:
            raise ValueError("record cut off")
        data = stream.read(head[2])
        if len(data) < head[2]:
            raise ValueError("record cut off")
        yield int.from_bytes(head[:2], "big", signed=True), data


def apply_patch(memory, patch):
    copy = bytearray(memory)
    with memoryview(copy) as whole, whole[FACTORY:len(copy) - CALIBRATION] as area:
        cursor = Cursor(area)
        for step, data in records(patch):
            cursor.move(step)
            cursor.write(data)
    return bytes(copy)
