import struct

BLOCK_HEAD = struct.Struct(">BH")


def blocks(tag):
    """Carrier, start and end of each block."""
    while head := tag.read(BLOCK_HEAD.size):
        carrier, size = BLOCK_HEAD.unpack(head)
        start = tag.tell()
        yield carrier, start, start + size
        tag.seek(start + size)


def carriers(path):
    with open(path, "rb") as tag:
        return [carrier for carrier, start, end in blocks(tag)]


def find_block(tag, wanted):
    for carrier, start, end in blocks(tag):
        if carrier == wanted:
            return start, end
    raise KeyError(wanted)


def find_entry(tag, wanted, start, end):
    """Start and end of the value of an entry that lies between `start` and `end`."""
    while start < end:
        tag.seek(start)
        key, length = tag.read(2)
        start += 2
        if key == wanted:
            return start, min(start + length, end)
        start += length
    raise KeyError(wanted)


def read_value(path, carrier, keys):
    with open(path, "rb") as tag:
        start, end = find_block(tag, carrier)
        for key in keys:
            start, end = find_entry(tag, key, start, end)
        tag.seek(start)
        return tag.read(end - start)
