"""Charts are read into yarn numbers and knitted anew from these alone."""
import array
import io
import os
import zlib
from contextlib import suppress
from itertools import zip_longest

SIGN = bytes((137, 80, 78, 71, 13, 10, 26, 10))
YARNS = (0x000000, 0xFFFFFF, 0x808080, 0xFF0000, 0x008000, 0x0000FF, 0xFFFF00, 0x00FFFF)
NUMBER = {colour: i for i, colour in enumerate(YARNS)}


class Unravelled(Exception):
    """The upload is no chart."""


class Reader(io.BytesIO):
    def exactly(self, count):
        got = self.read(count)
        if len(got) != count:
            raise Unravelled
        return got

    def word(self):
        return int.from_bytes(self.exactly(4), "big")

    def __iter__(self):
        name = None
        while name != b"IEND":
            length = self.word()
            name = self.exactly(4)
            content = self.exactly(length)
            if self.word() != zlib.crc32(content, zlib.crc32(name)):
                raise Unravelled
            yield name, content
        if self.read(1) or content:
            raise Unravelled


def rows(stream, width, height):
    """The lines, unfiltered, as they come out of the stream."""
    above = bytes(3 * width)
    for _ in range(height):
        kind = stream.exactly(1)[0]
        line = array.array("B", stream.exactly(3 * width))
        match kind:
            case 0:
                pass
            case 1:
                for i, left in enumerate(line):
                    if i + 3 < len(line):
                        line[i + 3] = (line[i + 3] + line[i]) & 0xFF
            case 2:
                line = array.array("B", ((a + b) & 0xFF for a, b in zip(line, above)))
            case _:
                raise Unravelled
        above = line.tobytes()
        yield above
    if stream.read(1):
        raise Unravelled


def stitches(data):
    reader = Reader(data)
    if reader.exactly(8) != SIGN:
        raise Unravelled
    chunks = list(iter(reader))
    name, head = chunks.pop(0)
    width, height = (int.from_bytes(head[i:i + 4], "big") for i in (0, 4))
    if (name != b"IHDR" or len(head) != 13 or head[8:] != b"\x08\x02\0\0\0"
            or not 0 < width < 301 or not 0 < height < 301
            or any(name == b"IHDR" for name, _ in chunks)):
        raise Unravelled
    inflater = zlib.decompressobj()
    most = (3 * width + 1) * height
    try:
        plain = inflater.decompress(b"".join(c for n, c in chunks if n == b"IDAT"), most + 1)
    except zlib.error:
        raise Unravelled from None
    if not inflater.eof or inflater.unused_data or len(plain) != most:
        raise Unravelled
    chart = []
    for row in rows(Reader(plain), width, height):
        colours = zip_longest(*[iter(row)] * 3)
        try:
            chart.append([NUMBER[r << 16 | g << 8 | b] for r, g, b in colours])
        except KeyError:
            raise Unravelled from None
    return chart


def knit(chart):
    def chunk(name, content):
        yield len(content).to_bytes(4, "big")
        yield name
        yield content
        yield zlib.crc32(name + content).to_bytes(4, "big")

    def lines():
        last = None
        for row in chart:
            if row == last:                      # the filter "above", all zero
                yield b"\2" + bytes(3 * len(row))
            else:
                yield b"\0" + b"".join(YARNS[s].to_bytes(3, "big") for s in row)
            last = row

    yield SIGN
    yield from chunk(b"IHDR", len(chart[0]).to_bytes(4, "big") + len(chart).to_bytes(4, "big")
                     + b"\x08\x02\0\0\0")
    packed = zlib.compress(b"".join(lines()), 9)
    for start in range(0, len(packed), 512):
        yield from chunk(b"IDAT", packed[start:start + 512])
    yield from chunk(b"IEND", b"")


def keep(folder, number, data):
    try:
        png = b"".join(knit(stitches(data)))
    except Unravelled:
        return False
    target = os.path.join(folder, f"{number:d}.png")
    part = os.path.join(folder, f".{number:d}-{os.urandom(8).hex()}")
    try:
        with open(part, "xb") as file:
            file.write(png)
        os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise
    return True
