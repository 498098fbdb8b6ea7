import mmap
import os
import struct


class Barographs:
    def __init__(self, path):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            self.view = memoryview(mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ))
        finally:
            os.close(descriptor)

    def __flight(self, glider):
        table = struct.iter_unpack("<II", self.view[2 : 2 + 8 * int.from_bytes(self.view[:2], "little")])
        rows = dict(enumerate(table))
        try:
            start, count = rows[glider]
        except KeyError:
            raise ValueError("no such glider") from None
        return [altitude for (altitude,) in struct.iter_unpack("<H", self.view[start : start + 2 * count])]

    def altitude(self, glider, second):
        seconds = dict(enumerate(self.__flight(glider)))
        floor = second // 1
        if floor not in seconds or second != floor and floor + 1 not in seconds:
            raise ValueError("no such second")
        following = seconds.get(floor + 1, seconds[floor])
        return float(seconds[floor] + (second - floor) * (following - seconds[floor]))

    def smooth(self, glider, second, reach):
        flight = self.__flight(glider)
        if second < 0 or second >= len(flight) or reach < 0:
            raise ValueError("no such second")
        first = second - min(second, reach)
        near = flight[first : second + reach + 1]
        return sum(near) / len(near)

    def profile(self, glider, begin, end, step):
        flight = self.__flight(glider)
        if min(begin, end) < 0 or max(begin, end) > len(flight) or step < 1:
            raise ValueError("no such part")
        return [flight[second] for second in range(begin, end, step)]
