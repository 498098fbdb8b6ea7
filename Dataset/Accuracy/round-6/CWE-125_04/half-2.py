import os


def _open_blocks(tag):
    while head := tag.read(3):
        size = int.from_bytes(head[1:], "big")
        yield head[0], size
        tag.seek(size, os.SEEK_CUR)


def carriers(path):
    with open(path, "rb") as tag:
        return [number for number, _ in _open_blocks(tag)]


def _seek_entry(tag, key, end):
    """Stand on the value of the first entry `key` before `end`; return its length."""
    while tag.tell() < end:
        found, length = tag.read(2)
        if found == key:
            return length
        if tag.seek(length, os.SEEK_CUR) > end:
            raise ValueError("an entry does not end in time")
    raise KeyError(key)


def read_value(path, carrier, keys):
    with open(path, "rb") as tag:
        for number, size in _open_blocks(tag):
            if number == carrier:
                end = tag.tell() + size
                break
        else:
            raise KeyError(carrier)
        *groups, last = keys
        for key in groups:
            length = _seek_entry(tag, key, end)
            if tag.tell() + length > end:
                raise ValueError("a group does not end in time")
            end = tag.tell() + length
        length = _seek_entry(tag, last, end)
        value = tag.read(min(length, end - tag.tell()))
        if len(value) < length:
            raise ValueError("the entry does not end in time")
        return value
