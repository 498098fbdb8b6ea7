import io
import struct
from dataclasses import dataclass


@dataclass
class UserArea:
    """A window on the bytes between the factory sounds and the calibration."""
    view: memoryview
    cursor: int = 0

    def move(self, step):
        target = self.cursor + step
        if target not in range(len(self.view) + 1):
            raise ValueError(f"the cursor would stand at {target}")
        self.cursor = target

    def write(self, data):
        begin = self.cursor
        self.move(len(data))
        self.view[begin:self.cursor] = data


def _exactly(stream, count):
    data = stream.read(count)
    if len(data) != count:
        raise ValueError("the patch is cut off")
    return data


def apply_patch(memory, patch):
    copy = bytearray(memory)
    with memoryview(copy) as whole, whole[64:len(copy) - 16] as window:
        area = UserArea(window)
        stream = io.BytesIO(patch)
        while first := stream.read(1):
            step, length = struct.unpack(">hB", first + _exactly(stream, 2))
            data = _exactly(stream, length)
            area.move(step)
            area.write(data)
        del area
    return bytes(copy)
