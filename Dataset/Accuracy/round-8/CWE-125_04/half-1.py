def _blocks(tag):
    while True:
        head = tag.read(3)
        if len(head) < 3:
            return
        start = tag.tell()
        size = int.from_bytes(head[1:], "big")
        yield head[0], start, start + size
        tag.seek(start + size)


def carriers(path):
    with open(path, "rb") as tag:
        return [number for number, _, _ in _blocks(tag)]


def _find(tag, key, start, end, block_end):
    """Returns where the value of the first entry with this key begins and ends."""
    at = start
    while at < end:
        if end - at < 2:
            raise ValueError("the head of an entry is cut off")
        tag.seek(at)
        found, length = tag.read(2)
        value = at + 2
        if found == key:
            if value + length > block_end:
                raise ValueError("the entry does not end in its block")
            return value, value + length
        if value + length > end:
            raise ValueError("an entry on the way does not end in time")
        at = value + length
    raise KeyError(key)


def read_value(path, carrier, keys):
    with open(path, "rb") as tag:
        for number, start, block_end in _blocks(tag):
            if number == carrier:
                break
        else:
            raise KeyError(carrier)
        end = block_end
        for key in keys:
            start, end = _find(tag, key, start, end, block_end)
        tag.seek(start)
        return tag.read(end - start)
