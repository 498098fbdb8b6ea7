import os
import struct
import tempfile
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_YARNS = {bytes.fromhex(one) for one in
          "000000 ffffff 808080 ff0000 008000 0000ff ffff00 00ffff".split()}


def _chunks(data):
    """The (name, content) pairs up to IEND, or None."""
    if not data.startswith(_SIGNATURE):
        return None
    found, at = [], len(_SIGNATURE)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name = data[at + 4:at + 8]
        content = data[at + 8:at + 8 + length]
        end = at + 12 + length
        if end > len(data):
            return None
        if struct.unpack_from(">I", data, end - 4)[0] != zlib.crc32(name + content):
            return None
        found.append((name, content))
        if name == b"IEND":
            return found
        at = end
    return None


def _chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _lines(parts, size):
    """What the zlib stream in the parts holds, or None if it is not just that long."""
    stream, raw = zlib.decompressobj(), b""
    try:
        for part in parts:
            raw += stream.decompress(part, size + 1 - len(raw))
            if len(raw) > size:
                return None
            if stream.eof:
                break
    except zlib.error:
        return None
    if not stream.eof or stream.unused_data or len(raw) != size:
        return None
    return raw


def _is_chart(raw, width, height):
    above = bytes(3 * width)
    for start in range(0, height * (3 * width + 1), 3 * width + 1):
        kind, line = raw[start], bytearray(raw[start + 1:start + 1 + 3 * width])
        if kind == 1:
            for at in range(3, len(line)):
                line[at] = (line[at] + line[at - 3]) & 255
        elif kind == 2:
            for at in range(len(line)):
                line[at] = (line[at] + above[at]) & 255
        elif kind != 0:
            return False
        if not {bytes(line[at:at + 3]) for at in range(0, len(line), 3)} <= _YARNS:
            return False
        above = line
    return True


def _clean(data):
    """The chart without anything else, or None."""
    chunks = _chunks(data)
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1] != (b"IEND", b""):
        return None
    header = chunks[0][1]
    if len(header) != 13 or header[8:] != b"\x08\x02\0\0\0":
        return None
    if sum(name == b"IHDR" for name, _ in chunks) != 1:
        return None
    width, height = struct.unpack(">II", header[:8])
    if not (1 <= width <= 300 and 1 <= height <= 300):
        return None
    # The stitches stay packed as the drawing program has packed them.
    parts = [content for name, content in chunks if name == b"IDAT" and content]
    raw = _lines(parts, height * (3 * width + 1))
    if raw is None or not _is_chart(raw, width, height):
        return None
    return (_SIGNATURE + _chunk(b"IHDR", header)
            + b"".join(_chunk(b"IDAT", part) for part in parts) + _chunk(b"IEND", b""))


def keep(folder, number, data):
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        return False
    chart = _clean(bytes(data))
    if chart is None:
        return False
    with tempfile.TemporaryDirectory(prefix=".chart-", dir=os.path.dirname(os.path.abspath(folder))) as aside:
        draft = os.path.join(aside, "chart")
        with open(draft, "wb") as file:
            file.write(chart)
        os.chmod(draft, 0o644)
        os.replace(draft, os.path.join(folder, f"{number}.png"))
    return True
