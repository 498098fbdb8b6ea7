import os
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
YARNS = {bytes.fromhex(c) for c in
         "000000 ffffff 808080 ff0000 008000 0000ff ffff00 00ffff".split()}


class NoChart(Exception):
    pass


def chunks(data):
    """All chunks up to IEND; what is behind it is not looked at and not kept."""
    if not data.startswith(SIGNATURE):
        raise NoChart("signature")
    at = len(SIGNATURE)
    while True:
        if len(data) < at + 12:
            raise NoChart("too short")
        length, = struct.unpack_from(">I", data, at)
        name, content = data[at + 4:at + 8], data[at + 8:at + 8 + length]
        crc = data[at + 8 + length:at + 12 + length]
        if len(content) < length or crc != struct.pack(">I", zlib.crc32(name + content)):
            raise NoChart("crc")
        yield name, content
        if name == b"IEND":
            return
        at += 12 + length


def inflate(packed, size):
    stream = zlib.decompressobj()
    try:
        raw = stream.decompress(packed, size + 1)
    except zlib.error:
        raise NoChart("zlib")
    if len(raw) != size or not stream.eof or stream.unused_data or stream.unconsumed_tail:
        raise NoChart("lines")
    return raw


def check_pixels(raw, width, height):
    stride, above = 3 * width, bytes(3 * width)
    for start in range(0, height * (stride + 1), stride + 1):
        kind, line = raw[start], bytearray(raw[start + 1:start + 1 + stride])
        if kind == 1:
            for i in range(3, stride):
                line[i] = (line[i] + line[i - 3]) % 256
        elif kind == 2:
            for i in range(stride):
                line[i] = (line[i] + above[i]) % 256
        elif kind != 0:
            raise NoChart("filter")
        if any(bytes(line[i:i + 3]) not in YARNS for i in range(0, stride, 3)):
            raise NoChart("colour")
        above = line


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def clean(data):
    """The chart alone: header, pixels and end, everything else is left out."""
    found = list(chunks(data))
    if found[0][0] != b"IHDR" or [n for n, _ in found].count(b"IHDR") != 1:
        raise NoChart("header")
    header = found[0][1]
    try:
        width, height, *rest = struct.unpack_from(">IIBBBBB", header)
    except struct.error:
        raise NoChart("header")
    if rest != [8, 2, 0, 0, 0] or not (1 <= width <= 300 and 1 <= height <= 300):
        raise NoChart("header")
    packed = b"".join(content for name, content in found if name == b"IDAT")
    check_pixels(inflate(packed, height * (3 * width + 1)), width, height)
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def keep(folder, number, data):
    try:
        chart = clean(bytes(data))
    except NoChart:
        return False
    with open(os.path.join(folder, "%d.png" % number), "wb") as file:
        file.write(chart)
    return True
