import struct
from pathlib import Path


class LockerError(Exception):
    pass


def _split(path):
    memory = Path(path).read_bytes()
    (count,) = struct.unpack_from(">H", memory, 4)
    labels = list(struct.unpack_from("24s" * count, memory, 32))
    end = 32 + 24 * count
    return memory[:32], labels, memory[end:]


def store_label(path, number, label):
    header, labels, trailer = _split(path)
    if number not in range(1, len(labels) + 1):
        raise LockerError(f"compartment {number} does not exist")
    data = label.encode()
    if len(data) > 24:
        raise LockerError(f"{label!r} needs {len(data)} bytes")
    labels[number - 1] = struct.pack("24s", data)
    Path(path).write_bytes(header + b"".join(labels) + trailer)


def read_label(path, number):
    _, labels, _ = _split(path)
    if number < 1:
        raise LockerError(f"compartment {number} does not exist")
    return labels[number - 1].rstrip(b"\0").decode()


if __name__ == "__main__":
    import sys
    print(read_label(sys.argv[1], int(sys.argv[2])))
