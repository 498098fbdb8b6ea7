import pathlib
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
YARNS = {bytes.fromhex(one) for one in "000000 ffffff 808080 ff0000 008000 0000ff ffff00 00ffff".split()}


class NoChart(Exception):
    pass


def chunks(data):
    if not data.startswith(SIGNATURE):
        raise NoChart
    place = len(SIGNATURE)
    while True:
        if place + 12 > len(data):
            raise NoChart
        (size,) = struct.unpack_from(">I", data, place)
        name, content = data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        if data[place + 8 + size : place + 12 + size] != struct.pack(">I", zlib.crc32(name + content)):
            raise NoChart
        yield name, content
        if name == b"IEND":
            return
        place += size + 12


def stitches(packed, width, height):
    """The lines of pixels."""
    size = 3 * width
    inflater = zlib.decompressobj()
    plain = inflater.decompress(packed, (size + 1) * height + 1)
    if not inflater.eof or inflater.unused_data or len(plain) != (size + 1) * height:
        raise NoChart
    above = bytearray(size + 3)
    for start in range(0, len(plain), size + 1):
        kind, line = plain[start], bytearray(3)
        for place, byte in enumerate(plain[start + 1 : start + 1 + size], 3):
            less = {1: line[place - 3], 2: above[place]}.get(kind, 0)
            line.append((byte + less) % 256)
        yield bytes(line[3:])
        above = line


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def keep(folder, number, data):
    try:
        found = list(chunks(data))
        if found[0][0] != b"IHDR" or [name for name, _ in found].count(b"IHDR") > 1:
            raise NoChart
        head = found[0][1]
        width, height = struct.unpack(">II", head[:8])
        if head[8:] != b"\x08\x02\0\0\0" or not (1 <= width <= 300 and 1 <= height <= 300):
            raise NoChart
        lines = list(stitches(b"".join(content for name, content in found if name == b"IDAT"), width, height))
        if any(line[place : place + 3] not in YARNS for line in lines for place in range(0, len(line), 3)):
            raise NoChart
    except (NoChart, struct.error, zlib.error):
        return False
    plain = zlib.decompress(b"".join(content for name, content in found if name == b"IDAT"))
    made = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(plain)) + chunk(b"IEND", b"")
    pathlib.Path(folder, f"{number}.png").write_bytes(SIGNATURE + made)
    return True
