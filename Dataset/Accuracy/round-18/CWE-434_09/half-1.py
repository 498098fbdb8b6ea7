"""Charts of a cross-stitch circle."""
import os
import struct
import tempfile
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
YARNS = {bytes.fromhex(yarn) for yarn in
         "000000 ffffff 808080 ff0000 008000 0000ff ffff00 00ffff".split()}


class _NoChart(Exception):
    pass


def _demand(truth):
    if not truth:
        raise _NoChart


def _chunks(data):
    _demand(data[:8] == SIGNATURE)
    at = 8
    while True:
        _demand(at + 12 <= len(data))
        length, name = struct.unpack_from(">I4s", data, at)
        _demand(at + 12 + length <= len(data))
        body = data[at + 8:at + 8 + length]
        crc, = struct.unpack_from(">I", data, at + 8 + length)
        _demand(crc == zlib.crc32(name + body))
        yield name, body
        at += 12 + length
        if name == b"IEND":
            _demand(not body)
            return


def _chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _check_lines(lines, width, height):
    above = bytes(3 * width)
    size = 1 + 3 * width
    for at in range(0, height * size, size):
        kind, line = lines[at], bytearray(lines[at + 1:at + size])
        _demand(kind in (0, 1, 2))
        if kind == 1:
            for i in range(3, len(line)):
                line[i] = (line[i] + line[i - 3]) & 255
        elif kind == 2:
            line = bytearray((a + b) & 255 for a, b in zip(line, above))
        for i in range(0, len(line), 3):
            _demand(bytes(line[i:i + 3]) in YARNS)
        above = line


def _clean(data):
    """The chart with nothing but what a chart needs."""
    header, stream = None, []
    for name, body in _chunks(data):
        if header is None:
            _demand(name == b"IHDR" and len(body) == 13)
            header = body
        elif name == b"IHDR":
            raise _NoChart
        elif name == b"IDAT":
            stream.append(body)
    width, height = struct.unpack(">II", header[:8])
    _demand(header[8:] == b"\x08\x02\x00\x00\x00")
    _demand(1 <= width <= 300 and 1 <= height <= 300)
    stream = b"".join(stream)
    size = height * (1 + 3 * width)
    unpacker = zlib.decompressobj()
    lines = unpacker.decompress(stream, size + 1)       # one more, to see whether there is more
    _demand(len(lines) == size and not unpacker.unconsumed_tail and not unpacker.unused_data)
    _check_lines(lines, width, height)
    return SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", stream) + _chunk(b"IEND", b"")


def keep(folder, number, data):
    try:
        chart = _clean(bytes(data))
    except (_NoChart, zlib.error):
        return False
    fd, draft = tempfile.mkstemp(dir=folder)
    try:
        with open(fd, "wb") as file:
            file.write(chart)
        os.chmod(draft, 0o644)
        os.replace(draft, os.path.join(folder, f"{number}.png"))
    except BaseException:
        os.unlink(draft)
        raise
    return True
