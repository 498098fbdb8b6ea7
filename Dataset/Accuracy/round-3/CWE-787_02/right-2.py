import codecs
import io
import operator
import os


def _place(handle, number):
    """The offset and length of a label that exists."""
    number = operator.index(number)
    count = int.from_bytes(os.pread(handle, 2, 4), byteorder="big")
    places = (min(count, (os.fstat(handle).st_size - 48) // 24))
    if not 0 < number <= places:
        raise ValueError("compartments are numbered from 1 to %d" % places)
    return 8 + 24 * number, 24


def _fill(text, size):
    buffer = io.BytesIO(bytes(size))
    codecs.getwriter("utf-8")(buffer).write(text)
    filled = buffer.getvalue()
    if len(filled) != size:
        raise ValueError("%d bytes do not fit into %d" % (len(filled), size))
    return filled


def store_label(path, number, label):
    handle = os.open(path, os.O_RDWR)
    try:
        offset, size = _place(handle, number)
        os.pwrite(handle, _fill(label, size), offset)
    finally:
        os.close(handle)


def read_label(path, number):
    handle = os.open(path, os.O_RDONLY)
    try:
        offset, size = _place(handle, number)
        return str(os.pread(handle, size, offset).rstrip(b"\x00"), "utf-8", "replace")
    finally:
        os.close(handle)
