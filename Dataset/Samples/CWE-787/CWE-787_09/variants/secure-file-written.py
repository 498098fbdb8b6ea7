import os
import struct


class Cues:
    def __init__(self, path):
        self.fd = os.open(path, os.O_RDWR)

    def row(self, station):
        (count,) = struct.unpack("<H", os.pread(self.fd, 2, 4))
        if type(station) is not int or station not in range(count):
            raise ValueError("station")
        start, size, used = struct.unpack("<IHH", os.pread(self.fd, 8, 8 + station * 8))
        if size < used:
            raise ValueError("memory")
        return start, size - used, used

    def write(self, station, place, data, used):
        os.pwrite(self.fd, data, place)
        os.pwrite(self.fd, struct.pack("<H", used), 14 + station * 8)

    def send(self, station, data):
        start, free, used = self.row(station)
        with memoryview(data) as view:
            if view.nbytes > free:
                raise ValueError("data")
            self.write(station, start + used, view.tobytes(), used + view.nbytes)

    def withdraw(self, station, count):
        start, _, used = self.row(station)
        left = used - count
        if left > used or left < 0:
            raise ValueError("count")
        self.write(station, start + left, b"\0" * count, left)

    def waiting(self, station):
        start, _, used = self.row(station)
        return os.pread(self.fd, used, start)
