import struct


def apply_patch(memory, patch):
    mem = bytearray(memory)
    cursor = 64
    pos = 0
    while pos < len(patch):
        step, length = struct.unpack_from(">hB", patch, pos)
        pos += 3
        data = patch[pos:pos + length]
        pos += length
        cursor += step
        mem[cursor:cursor + length] = data
        cursor += length
    return bytes(mem)
