import os

LABEL = 24


def _open_at(path, number, flags):
    memory = os.open(path, flags)
    count = int.from_bytes(os.pread(memory, 2, 4), "big")
    offset = 32 + (number - 1) * LABEL if 0 < number <= count else None
    return memory, offset


def store_label(path, number, label):
    memory, offset = _open_at(path, number, os.O_RDWR)
    try:
        data = bytearray(LABEL)
        encoded = label.encode("utf-8")
        if offset is None or len(encoded) > len(data):
            return False
        data[:len(encoded)] = encoded
        os.pwrite(memory, data, offset)
    finally:
        os.close(memory)


def read_label(path, number):
    memory, offset = _open_at(path, number, os.O_RDONLY)
    try:
        if offset is None:
            return ""
        return os.pread(memory, LABEL, offset).rstrip(b"\0").decode("utf-8")
    finally:
        os.close(memory)
