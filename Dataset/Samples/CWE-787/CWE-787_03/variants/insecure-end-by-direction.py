import struct

RECORD = struct.Struct(">hB")
FACTORY_SIZE = 64
CALIBRATION_SIZE = 16


def _records(patch):
    offset = 0
    while offset < len(patch):
        if len(patch) - offset < RECORD.size:
            raise ValueError("record is cut off")
        step, length = RECORD.unpack_from(patch, offset)
        offset += RECORD.size
        data = patch[offset:offset + length]
        if len(data) != length:
            raise ValueError("record is cut off")
        offset += length
        yield step, data


def apply_patch(memory, patch):
    result = bytearray(memory)
    first = FACTORY_SIZE
    last = len(memory) - CALIBRATION_SIZE
    cursor = first
    for step, data in _records(patch):
        cursor += step
        if step < 0:
            # backwards: not into the factory sounds
            if cursor < first:
                raise ValueError("record lies before the user area")
        elif cursor + len(data) > last:
            # forwards: not into the calibration
            raise ValueError("record reaches behind the user area")
        for byte in data:
            result[cursor] = byte
            cursor += 1
    return bytes(result)
