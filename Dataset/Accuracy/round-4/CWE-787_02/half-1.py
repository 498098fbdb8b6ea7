import struct
import unicodedata

HEADER = 32
SIZE = 24


def _offset(file, number):
    magic, count = struct.unpack(">4sH", file.read(6))
    if magic != b"LOCK" or not 1 <= number <= count:
        raise ValueError(f"no compartment {number}")
    return HEADER + SIZE * (number - 1)


def store_label(path, number, label):
    # one letter may be written in several ways; measure the usual, composed one
    if len(unicodedata.normalize("NFC", label).encode("utf-8")) > SIZE:
        raise ValueError("label is too long")
    data = label.encode("utf-8").ljust(SIZE, b"\0")
    with open(path, "r+b") as file:
        file.seek(_offset(file, number))
        file.write(data)


def read_label(path, number):
    with open(path, "rb") as file:
        file.seek(_offset(file, number))
        return file.read(SIZE).rstrip(b"\0").decode("utf-8")
