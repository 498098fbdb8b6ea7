import struct

START = 64
TAIL = 16


def apply_patch(memory, patch):
    """A patch that is not sound in full changes nothing."""
    writes = []
    cursor, offset = START, 0
    while offset < len(patch):
        try:
            step, length = struct.unpack_from(">hB", patch, offset)
        except struct.error:
            return memory
        chunk = patch[offset + 3:offset + 3 + length]
        cursor += step
        if len(chunk) != length or cursor not in range(START, len(memory) - TAIL - length + 1):
            return memory
        writes.append((cursor, chunk))
        cursor += length
        offset += 3 + length
    patched = list(memory)
    for where, chunk in writes:
        patched[where:where + len(chunk)] = chunk
    return bytes(patched)
