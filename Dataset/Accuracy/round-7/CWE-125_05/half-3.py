class Unpacker:
    def __init__(self, width, height):
        self._pixels = bytearray(width * height)

    def pixels_used(self, data):
        return sum(n for _, _, n in self._parse(data))

    def _parse(self, data):
        stream = iter(data)
        try:
            for first in stream:
                if first:
                    yield "run", next(stream), first
                else:
                    yield "copy", next(stream), next(stream)
        except StopIteration:
            raise ValueError("an instruction is cut off") from None

    def unpack(self, data):
        program = list(self._parse(data))
        pixels = self._pixels
        end = 0
        for kind, argument, n in program:
            if end + n > len(pixels):
                raise ValueError("too many pixels")
            if kind == "run":
                pixels[end:end + n] = bytes([argument]) * n
            else:
                source = end - argument
                if source < 0:
                    raise ValueError("a copy from before the first pixel")
                for k in range(n):
                    pixels[end + k] = pixels[source + k]
            end += n
        if end < len(pixels):
            raise ValueError("too few pixels")
        picture = bytes(pixels)
        pixels[:] = bytes(len(pixels))
        return picture
