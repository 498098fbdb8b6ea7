import os
from functools import lru_cache


@lru_cache(maxsize=32)
def _layout(path):
    """The layout of a tag is made once by the owner; walking it takes long over the radio."""
    blocks = {}
    with open(path, "rb") as f:
        while len(head := f.read(3)) == 3:
            size = int.from_bytes(head[1:], "big")
            start = f.tell()
            blocks[head[0]] = (start, start + size)
            f.seek(size, os.SEEK_CUR)
    return blocks


def carriers(path):
    return list(_layout(path))


def read_value(path, carrier, keys):
    start, end = _layout(path)[carrier]
    with open(path, "rb") as f:
        for wanted in keys:
            start, end = _entry(f, start, end, wanted)
        f.seek(start)
        value = f.read(end - start)
    if len(value) != end - start:
        raise ValueError("the tag is cut off")
    return value


def _entry(f, pos, end, wanted):
    while pos < end:
        if pos + 2 > end:
            raise ValueError("cut off head")
        f.seek(pos)
        key, length = f.read(2)
        first, pos = pos + 2, pos + 2 + length
        if pos > end:
            raise ValueError("entry %d does not end in time" % key)
        if key == wanted:
            return first, pos
    raise KeyError(wanted)
