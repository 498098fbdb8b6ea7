def _read(f, pos, count):
    f.seek(pos)
    data = f.read(count)
    if len(data) != count:
        raise ValueError("the tag is cut off")
    return data


def _layout(f):
    f.seek(0, 2)
    total = f.tell()
    pos = 0
    while pos + 3 <= total:
        head = _read(f, pos, 3)
        size = int.from_bytes(head[1:], "big")
        yield head[0], pos + 3, size
        pos += 3 + size


def carriers(path):
    with open(path, "rb") as f:
        return [number for number, *_ in _layout(f)]


def _find(f, pos, size, wanted):
    end = pos + size
    while pos < end:
        if end - pos < 2:
            raise ValueError("no room for the head of an entry")
        key, length = _read(f, pos, 2)
        if length > end - pos:
            raise ValueError("an entry is longer than what is left")
        if key == wanted:
            return pos + 2, length
        pos += 2 + length
    raise KeyError(wanted)


def read_value(path, carrier, keys):
    with open(path, "rb") as f:
        for number, pos, size in _layout(f):
            if number == carrier:
                for key in keys:
                    pos, size = _find(f, pos, size, key)
                return _read(f, pos, size)
    raise KeyError(carrier)
