import io
import struct


def _walk(tag):
    while len(head := tag.read(3)) == 3:
        number, size = struct.unpack(">BH", head)
        following = tag.tell() + size
        yield number, size
        tag.seek(following)


def carriers(path):
    with open(path, "rb") as tag:
        return [number for number, _ in _walk(tag)]


def _step_to(tag, key, left):
    """Move to the value of `key`, at most `left` bytes ahead, and return its length."""
    while left > 0:
        head = tag.read(2)
        if left < 2 or len(head) < 2:
            raise ValueError("the head of an entry is cut off")
        found, length = head
        if length > left:
            raise ValueError(f"entry {found} announces more bytes than are left")
        if found == key:
            return length
        tag.seek(length, io.SEEK_CUR)
        left -= 2 + length
    if left < 0:
        raise ValueError("an entry does not end in time")
    raise KeyError(key)


def read_value(path, carrier, keys):
    with open(path, "rb") as tag:
        for number, left in _walk(tag):
            if number == carrier:
                for key in keys:
                    left = _step_to(tag, key, left)
                return tag.read(left)
    raise KeyError(carrier)
