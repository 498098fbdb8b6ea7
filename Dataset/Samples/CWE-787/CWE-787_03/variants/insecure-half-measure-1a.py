FACTORY = 64
CALIBRATION = 16


def apply_patch(memory, patch):
    """Apply the records of a patch to the user area of the sound memory."""
    sounds = bytearray(memory)
    end = len(memory) - CALIBRATION
    cursor = FACTORY
    position = 0
    while position < len(patch):
        head = patch[position:position + 3]
        if len(head) < 3:
            raise ValueError("the patch ends within a record")
        step = int.from_bytes(head[:2], "big", signed=True)
        length = head[2]
        position += 3
        data = patch[position:position + length]
        position += length
        cursor += step
        if cursor < FACTORY or cursor + length > end:
            raise ValueError("a record leaves the user area")
        sounds[cursor:cursor + length] = data
        cursor += length
    return bytes(sounds)
