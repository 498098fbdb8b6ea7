import struct
import unicodedata

HEADER, LABEL = 32, 24


def _offset(file, number):
    magic, count = struct.unpack(">4sH", file.read(6))
    if magic != b"LOCK":
        raise ValueError("not a memory file")
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= count:
        raise ValueError("no such compartment")
    return HEADER + (number - 1) * LABEL


def store_label(path, number, label):
    # Keyboards send an ä in one or in two pieces; it is measured in its short form.
    if len(unicodedata.normalize("NFC", label).encode("utf-8")) > LABEL:
        raise ValueError("the label does not fit")
    with open(path, "r+b") as file:
        file.seek(_offset(file, number))
        file.write(label.encode("utf-8").ljust(LABEL, b"\0"))


def read_label(path, number):
    with open(path, "rb") as file:
        file.seek(_offset(file, number))
        return file.read(LABEL).rstrip(b"\0").decode("utf-8", "replace")
