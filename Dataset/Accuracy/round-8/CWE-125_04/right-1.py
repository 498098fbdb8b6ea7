def _find_block(file, carrier):
    """Where the content of the carrier's block begins and ends."""
    while True:
        head = file.read(3)
        if not head:
            raise KeyError(carrier)
        if len(head) < 3:
            raise ValueError("the tag is cut off")
        start = file.tell()
        end = start + int.from_bytes(head[1:], "big")
        if head[0] == carrier:
            return start, end
        file.seek(end)


def _find_entry(file, start, end, key):
    """Where the value of the entry begins and ends, all within start and end."""
    while start < end:
        if start + 2 > end:
            raise ValueError("an entry has no complete head")
        file.seek(start)
        head = file.read(2)
        if len(head) < 2:
            raise ValueError("the tag is cut off")
        start += 2
        stop = start + head[1]
        if stop > end:
            raise ValueError("an entry is longer than what is around it")
        if head[0] == key:
            return start, stop
        start = stop
    raise KeyError(key)


def carriers(path):
    numbers = []
    with open(path, "rb") as file:
        while len(head := file.read(3)) == 3:
            numbers.append(head[0])
            file.seek(int.from_bytes(head[1:], "big"), 1)
    return numbers


def read_value(path, carrier, keys):
    with open(path, "rb") as file:
        start, end = _find_block(file, carrier)
        for key in keys:
            start, end = _find_entry(file, start, end, key)
        file.seek(start)
        value = file.read(end - start)
    if len(value) < end - start:
        raise ValueError("the tag is cut off")
    return value
