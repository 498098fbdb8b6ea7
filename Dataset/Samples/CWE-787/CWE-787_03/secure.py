import struct

FACTORY_SIZE = 64
CALIBRATION_SIZE = 16
RECORD = struct.Struct(">hB")


def apply_patch(memory, patch):
    patched = bytearray(memory)
    end = len(patched) - CALIBRATION_SIZE
    cursor = FACTORY_SIZE
    position = 0
    while position < len(patch):
        if len(patch) - position < RECORD.size:
            raise ValueError("the last record is cut off")
        step, length = RECORD.unpack_from(patch, position)
        position += RECORD.size
        data = patch[position:position + length]
        if len(data) < length:
            raise ValueError("the last record is cut off")
        position += length
        cursor += step
        if cursor < FACTORY_SIZE or cursor + length > end:
            raise ValueError("a record leaves the user area")
        patched[cursor:cursor + length] = data
        cursor += length
    return bytes(patched)
