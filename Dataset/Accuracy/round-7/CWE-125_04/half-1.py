import struct

HEADER = struct.Struct(">BH")


def _blocks(f):
    pos = 0
    while True:
        f.seek(pos)
        head = f.read(HEADER.size)
        if len(head) < HEADER.size:
            return
        number, size = HEADER.unpack(head)
        yield number, pos + HEADER.size, pos + HEADER.size + size
        pos += HEADER.size + size


def carriers(path):
    with open(path, "rb") as f:
        return [number for number, _, _ in _blocks(f)]


def read_value(path, carrier, keys):
    with open(path, "rb") as f:
        for number, start, end in _blocks(f):
            if number == carrier:
                break
        else:
            raise KeyError(carrier)
        block_end = end
        pos = start
        for depth, wanted in enumerate(keys):
            last = depth == len(keys) - 1
            while True:
                if pos == end:
                    raise KeyError(wanted)
                if pos + 2 > end:
                    raise ValueError("the head of an entry is cut off")
                f.seek(pos)
                key, length = f.read(2)
                pos += 2
                if key == wanted and not last:
                    if pos + length > block_end:
                        raise ValueError("a group does not end in its block")
                    end = pos + length
                    break
                if pos + length > end:
                    raise ValueError("an entry does not end in time")
                if key == wanted:
                    return f.read(length)
                pos += length
        raise KeyError(keys)
