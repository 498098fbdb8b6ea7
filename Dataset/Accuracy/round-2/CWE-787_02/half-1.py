import struct

HEADER, LABEL = 32, 24


def _place(data, number):
    (count,) = struct.unpack_from(">H", data, 4)
    # 0 would be the header, everything above the count the trailer
    if not number or number > count:
        raise ValueError(f"there is no compartment {number}")
    start = HEADER + (number - 1) * LABEL
    return slice(start, start + LABEL)


def store_label(path, number, label):
    raw = label.encode("utf-8")
    if len(raw) > LABEL:
        raise ValueError("the label needs more than 24 bytes")
    with open(path, "r+b") as file:
        data = bytearray(file.read())
        data[_place(data, number)] = raw.ljust(LABEL, b"\0")
        file.seek(0)
        file.write(data)


def read_label(path, number):
    with open(path, "rb") as file:
        data = file.read()
    return data[_place(data, number)].rstrip(b"\0").decode("utf-8")
