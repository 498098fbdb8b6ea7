import os
import struct
import tempfile
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
YARNS = {bytes.fromhex(c) for c in
         "000000 ffffff 808080 ff0000 008000 0000ff ffff00 00ffff".split()}
# The critical chunks of RFC 2083. All others (texts, profiles, times...) may hold anything and are dropped.
CRITICAL = (b"IHDR", b"PLTE", b"IDAT", b"IEND")


class NoChart(Exception):
    pass


def _chunks(data):
    if not data.startswith(SIGNATURE):
        raise NoChart
    at = len(SIGNATURE)
    while True:
        if at + 12 > len(data):
            raise NoChart
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise NoChart
        content = data[at + 8:end - 4]
        if zlib.crc32(name + content) != struct.unpack_from(">I", data, end - 4)[0]:
            raise NoChart
        yield name, content
        if name == b"IEND":
            return  # what stands behind is not kept
        at = end


def _chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _lines(stream, width, height):
    size = 1 + 3 * width
    unzip = zlib.decompressobj()
    try:
        raw = unzip.decompress(stream, size * height + 1)
    except zlib.error:
        raise NoChart from None
    if not unzip.eof or len(raw) != size * height:
        raise NoChart
    above = bytes(3 * width)
    for start in range(0, len(raw), size):
        kind, line = raw[start], bytearray(raw[start + 1:start + size])
        if kind == 1:
            for i in range(3, len(line)):
                line[i] = (line[i] + line[i - 3]) & 255
        elif kind == 2:
            for i in range(len(line)):
                line[i] = (line[i] + above[i]) & 255
        elif kind != 0:
            raise NoChart
        above = bytes(line)
        if any(above[i:i + 3] not in YARNS for i in range(0, len(above), 3)):
            raise NoChart
        yield above


def _clean(data):
    found = {}
    for number, (name, content) in enumerate(_chunks(data)):
        if (name == b"IHDR") != (number == 0):
            raise NoChart
        if name in CRITICAL:
            found[name] = found.get(name, b"") + content
    header = found[b"IHDR"]
    if len(header) != 13 or header[8:] != b"\x08\x02\0\0\0" or b"IDAT" not in found:
        raise NoChart
    width, height = struct.unpack(">II", header[:8])
    if not (1 <= width <= 300 and 1 <= height <= 300):
        raise NoChart
    found[b"IDAT"] = zlib.compress(b"".join(b"\0" + line for line in _lines(found[b"IDAT"], width, height)), 9)
    found[b"IEND"] = b""
    palette = found.get(b"PLTE", b"")
    if len(palette) % 3 or len(palette) > 3 * 256:
        del found[b"PLTE"]
    return SIGNATURE + b"".join(_chunk(name, found[name]) for name in CRITICAL if name in found)


def keep(folder, number, data):
    try:
        clean = _clean(bytes(data))
    except NoChart:
        return False
    handle, draft = tempfile.mkstemp(dir=folder, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(clean)
        os.chmod(draft, 0o644)
        os.replace(draft, os.path.join(folder, f"{number}.png"))
    except BaseException:
        os.unlink(draft)
        raise
    return True
