import io
import struct

FACTORY = 64
CALIBRATION = 16


def apply_patch(memory, patch):
    patched = bytearray(memory)
    limit = len(memory) - CALIBRATION
    stream = io.BytesIO(patch)
    cursor = FACTORY
    while head := stream.read(3):
        if len(head) < 3:
            raise ValueError("the patch is cut off")
        step, length = struct.unpack(">hB", head)
        cursor += step
        if cursor < FACTORY or cursor + length > limit:
            raise ValueError("a record leaves the user area")
        patched[cursor:cursor + length] = stream.read(length)
        cursor += length
    return bytes(patched)
