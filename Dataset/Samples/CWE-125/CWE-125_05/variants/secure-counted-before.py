def instructions(data):
    """Value, distance and number of pixels of each; a run has the distance 0, and a copy no value."""
    place = 0
    while place < len(data):
        size = 2 if data[place] else 3
        parts = data[place:place + size]
        if len(parts) < size:
            raise ValueError("an instruction is cut off")
        if size == 2:
            yield parts[1], 0, parts[0]
        elif parts[1] == 0:
            raise ValueError("a pixel cannot be a copy of itself")
        else:
            yield None, parts[1], parts[2]
        place += size


class Unpacker:
    def __init__(self, width, height):
        self.memory = bytearray(width * height)

    def unpack(self, data):
        memory, end = self.memory, 0
        if self.pixels_used(data) != len(memory):
            raise ValueError("not a picture of this size")
        for value, distance, count in instructions(data):
            if distance > end:
                raise ValueError("a copy begins before the first pixel")
            for pixel in range(end, end + count):
                memory[pixel] = memory[pixel - distance] if distance else value
            end += count
        return bytes(memory)

    def pixels_used(self, data):
        return sum(count for value, distance, count in instructions(data))
