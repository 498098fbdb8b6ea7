"""Strict: whatever is not understood is refused. Kept with the filter 2 in a run-length deflate stream."""
import os
import re
import struct
from binascii import crc32
from functools import reduce
from threading import Lock
from zlib import Z_RLE, compressobj, decompressobj, error

_writing = Lock()
_colours = re.compile(rb"(?:\0\0\0|\xff\xff\xff|\x80\x80\x80|\xff\0\0|\0\x80\0|\0\0\xff|\xff\xff\0|\0\xff\xff)+", re.S)
_head = struct.Struct(">8sI4sIIBBBBBI")


def _parse(view):
    """(width, height, zlib stream) or None"""
    if len(view) < _head.size:
        return None
    magic, size, name, width, height, *rest, crc = _head.unpack_from(view)
    if (magic, size, name, rest) != (b"\x89PNG\r\n\x1a\n", 13, b"IHDR", [8, 2, 0, 0, 0]):
        return None
    if crc != crc32(view[12:29]) or not 0 < width < 301 or not 0 < height < 301:
        return None
    view, stream = view[_head.size:], []
    while len(view) >= 12:
        size, = struct.unpack_from(">I", view)
        if size > len(view) - 12:
            return None
        if crc32(view[4:8 + size]) != struct.unpack_from(">I", view, 8 + size)[0]:
            return None
        name = bytes(view[4:8])
        if name == b"IEND":
            return None if size or len(view) != 12 else (width, height, b"".join(stream))
        if name == b"IHDR":
            return None
        if name == b"IDAT":
            stream.append(view[8:8 + size])
        view = view[12 + size:]
    return None


def _pixels(width, height, stream):
    unpack = decompressobj()
    try:
        flat = unpack.decompress(stream, height * (3 * width + 1) + 1)
    except error:
        return None
    if len(flat) != height * (3 * width + 1) or not unpack.eof or unpack.unused_data or unpack.unconsumed_tail:
        return None
    out = bytearray(3 * width)  # a line of zeros above the first
    step = 3 * width
    for y in range(height):
        kind, line = flat[y * (step + 1)], flat[y * (step + 1) + 1:(y + 1) * (step + 1)]
        back = {0: None, 1: 3, 2: step}.get(kind, -1)
        if back == -1:
            return None
        start = len(out)
        for x, value in enumerate(line):
            if back and (kind == 2 or x >= 3):
                value += out[start + x - back]
            out.append(value & 0xff)
    return out if _colours.fullmatch(out, step) else None


def _build(width, height, out):
    step = 3 * width
    pack = compressobj(strategy=Z_RLE)
    body = []
    for y in range(1, height + 1):
        line, above = out[y * step:(y + 1) * step], out[(y - 1) * step:y * step]
        body.append(pack.compress(b"\2" + bytes(a - b & 0xff for a, b in zip(line, above))))
    body.append(pack.flush())
    parts = [b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)]
    parts += [b"IDAT" + b"".join(body), b"IEND"]
    return reduce(lambda done, p: done + struct.pack(">I", len(p) - 4) + p + struct.pack(">I", crc32(p)),
                  parts, b"\x89PNG\r\n\x1a\n")


def keep(folder, number, data):
    parsed = _parse(memoryview(data))
    if parsed is None or (out := _pixels(*parsed)) is None:
        return False
    content = _build(*parsed[:2], out)
    with _writing:
        fd = os.open(os.path.join(folder, "%d.png" % number), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        try:
            while content:
                content = content[os.write(fd, content):]
        finally:
            os.close(fd)
    return True
