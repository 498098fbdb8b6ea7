import struct

FACTORY_SIZE = 64
CALIBRATION_SIZE = 16
RECORD = struct.Struct(">hB")


def apply_patch(memory, patch):
    patched = bytearray(memory)
    cursor = FACTORY_SIZE
    position = 0
    while position < len(patch):
        step, length = RECORD.unpack_from(patch, position)
        position += RECORD.size
        data = patch[position:position + length]
        position += length
        cursor += step
        patched[cursor:cursor + length] = data
        cursor += length
    return bytes(patched)
