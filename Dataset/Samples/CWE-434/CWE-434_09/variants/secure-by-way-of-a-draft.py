"""Reads the stitches as numbers of yarns, and draws a chart of its own from the numbers."""
import io
import os
import tempfile
import zlib

COLOURS = ["000000", "ffffff", "808080", "ff0000", "008000", "0000ff", "ffff00", "00ffff"]
YARNS = [tuple(bytes.fromhex(colour)) for colour in COLOURS]
START = bytes([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10])


def read_exactly(file, size):
    data = file.read(size)
    if len(data) < size:
        raise ValueError("cut off")
    return data


def read(data):
    file = io.BytesIO(data)
    if read_exactly(file, 8) != START:
        raise ValueError("no PNG")
    width = height = None
    packed = b""
    while True:
        size = int.from_bytes(read_exactly(file, 4), "big")
        body = read_exactly(file, size + 4)
        if zlib.crc32(body).to_bytes(4, "big") != read_exactly(file, 4):
            raise ValueError("damaged")
        name, content = body[:4], body[4:]
        if (name == b"IHDR") != (width is None):
            raise ValueError("IHDR comes first, and once")
        if name == b"IHDR":
            width, height = int.from_bytes(content[:4], "big"), int.from_bytes(content[4:8], "big")
            if content[8:] != b"\x08\x02\x00\x00\x00" or not 0 < width <= 300 or not 0 < height <= 300:
                raise ValueError("another kind of picture")
        elif name == b"IDAT":
            packed += content
        elif name == b"IEND":
            return width, height, packed


def unfilter(kind, line, above):
    result = [0] * len(line)
    for i, value in enumerate(line):
        a = result[i - 3] if i >= 3 else 0
        b = above[i]
        if kind == 1:
            value += a
        elif kind == 2:
            value += b
        elif kind != 0:
            raise ValueError("unknown filter")
        result[i] = value & 255
    return result


def yarns(data):
    width, height, packed = read(data)
    stream = zlib.decompressobj()
    plain = stream.decompress(packed)
    if not stream.eof or len(plain) != height * (3 * width + 1):
        raise ValueError("not as many lines as it should have")
    above = [0] * (3 * width)
    for number in range(height):
        start = number * (3 * width + 1)
        above = unfilter(plain[start], plain[start + 1 : start + 1 + 3 * width], above)
        yield [YARNS.index(tuple(above[i : i + 3])) for i in range(0, 3 * width, 3)]


def part(name, content):
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")


def draw(rows):
    head = len(rows[0]).to_bytes(4, "big") + len(rows).to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
    lines = b"".join(b"\x00" + b"".join(bytes(YARNS[yarn]) for yarn in row) for row in rows)
    return START + part(b"IHDR", head) + part(b"IDAT", zlib.compress(lines, 9)) + part(b"IEND", b"")


def keep(folder, number, data):
    try:
        rows = list(yarns(bytes(data)))
    except (ValueError, zlib.error):
        return False
    with tempfile.NamedTemporaryFile(dir=os.path.dirname(os.path.abspath(folder)), delete=False) as file:
        file.write(draw(rows))
    os.chmod(file.name, 0o644)
    os.replace(file.name, os.path.join(folder, f"{number}.png"))
    return True
