import struct
import unicodedata

HEADER, LABEL = 32, 24


def _offset(memory, number):
    memory.seek(0)
    magic, count = struct.unpack(">4sH", memory.read(6))
    if magic != b"LOCK":
        raise ValueError("not a locker")
    if not 1 <= number <= count:
        raise ValueError(f"the locker has no compartment {number}")
    return HEADER + LABEL * (number - 1)


def store_label(path, number, label):
    if len(unicodedata.normalize("NFC", label).encode("utf-8")) > LABEL:
        raise ValueError("the label is too long")
    data = label.encode("utf-8").ljust(LABEL, b"\0")
    with open(path, "r+b") as memory:
        memory.seek(_offset(memory, number))
        memory.write(data)


def read_label(path, number):
    with open(path, "rb") as memory:
        memory.seek(_offset(memory, number))
        return memory.read(LABEL).rstrip(b"\0").decode("utf-8")
