import os
import struct
import tempfile
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
YARNS = {bytes.fromhex(c) for c in
         "000000 ffffff 808080 ff0000 008000 0000ff ffff00 00ffff".split()}


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def chunks(data):
    """The chunks of a PNG up to IEND; what stands behind is left out."""
    if data[:8] != SIGNATURE:
        raise ValueError("signature")
    at = 8
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        body = data[at + 8:at + 8 + length]
        if len(body) != length:
            raise ValueError("short chunk")
        crc, = struct.unpack_from(">I", data, at + 8 + length)
        if crc != zlib.crc32(name + body):
            raise ValueError("CRC")
        yield name, body
        if name == b"IEND":
            return
        at += 12 + length


def stitches(raw, width, height):
    """Checks the lines, and gives them back without filters."""
    stride = 3 * width
    if len(raw) != height * (stride + 1):
        raise ValueError("lines")
    above = bytearray(stride)
    lines = []
    for y in range(height):
        start = y * (stride + 1)
        kind = raw[start]
        line = bytearray(raw[start + 1:start + 1 + stride])
        if kind == 1:
            for i in range(3, stride):
                line[i] = (line[i] + line[i - 3]) & 255
        elif kind == 2:
            for i in range(stride):
                line[i] = (line[i] + above[i]) & 255
        elif kind != 0:
            raise ValueError("filter")
        for i in range(0, stride, 3):
            if bytes(line[i:i + 3]) not in YARNS:
                raise ValueError("colour")
        lines.append(b"\0" + line)
        above = line
    return b"".join(lines)


def clean(data):
    header = None
    stream = []
    for name, body in chunks(data):
        if header is None:
            if name != b"IHDR":
                raise ValueError("IHDR is not first")
            header = body
        elif name == b"IHDR":
            raise ValueError("two IHDR")
        elif name == b"IDAT":
            stream.append(body)
    width, height = struct.unpack_from(">II", header)
    if header[8:13] != b"\x08\x02\0\0\0" or not (1 <= width <= 300 and 1 <= height <= 300):
        raise ValueError("IHDR")
    unpacker = zlib.decompressobj()
    raw = unpacker.decompress(b"".join(stream), height * (3 * width + 1) + 1)
    if not unpacker.eof:
        raise ValueError("stream")
    lines = stitches(raw, width, height)
    return (SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines, 9))
            + chunk(b"IEND", b""))


def keep(folder, number, data):
    try:
        result = clean(bytes(data))
    except (ValueError, struct.error, zlib.error):
        return False
    handle, path = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(folder)))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(result)
        os.chmod(path, 0o644)
        os.replace(path, os.path.join(folder, f"{int(number)}.png"))
    except BaseException:
        if os.path.exists(path):
            os.unlink(path)
        raise
    return True
