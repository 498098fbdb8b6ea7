import ctypes
import os


class Header(ctypes.BigEndianStructure):
    _pack_ = 1
    _fields_ = [("magic", ctypes.c_char * 4), ("count", ctypes.c_uint16), ("service", ctypes.c_ubyte * 26)]


class Label(ctypes.Structure):
    _fields_ = [("raw", ctypes.c_ubyte * 24)]

    @classmethod
    def of(cls, text):
        data = str.encode(text, "utf-8", "strict")
        try:
            return cls((ctypes.c_ubyte * 24)(*data))
        except (IndexError, ValueError) as problem:
            raise ValueError("does not fit on the door") from problem


class Locker:
    def __init__(self, path, flags):
        self.fd = os.open(path, flags)

    def __enter__(self):
        self.count = Header.from_buffer_copy(os.pread(self.fd, ctypes.sizeof(Header), 0)).count
        return self

    def __exit__(self, *_):
        os.close(self.fd)

    def place(self, number):
        if isinstance(number, bool) or not isinstance(number, int):
            raise ValueError(number)
        if number <= 0 or self.count < number:
            raise ValueError(number)
        return ctypes.sizeof(Header) + ctypes.sizeof(Label) * (number - 1)


def store_label(path, number, label):
    record = bytes(Label.of(label))
    with Locker(path, os.O_RDWR) as locker:
        os.pwrite(locker.fd, record, locker.place(number))


def read_label(path, number):
    with Locker(path, os.O_RDONLY) as locker:
        return os.pread(locker.fd, 24, locker.place(number)).rstrip(b"\0").decode()
