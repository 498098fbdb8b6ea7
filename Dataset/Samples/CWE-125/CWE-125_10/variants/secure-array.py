import array
import math
import mmap
import sys


class Barographs:
    def __init__(self, path):
        file = open(path, "rb")
        self.map = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        file.close()

    def number(self, place, size):
        return int.from_bytes(self.map[place : place + size], "little")

    def flight(self, glider):
        if not isinstance(glider, int) or glider < 0 or glider >= self.number(0, 2):
            raise ValueError(f"no glider {glider}")
        start = self.number(2 + 8 * glider, 4)
        flight = array.array("H", self.map[start : start + 2 * self.number(6 + 8 * glider, 4)])
        if sys.byteorder == "big":
            flight.byteswap()
        return flight

    def altitude(self, glider, second):
        flight = self.flight(glider)
        if not flight or math.isnan(second) or second < 0 or second > len(flight) - 1:
            raise ValueError(f"no second {second}")
        part, whole = math.modf(second)
        one = flight[int(whole)]
        return float(one) if part == 0 else one * (1 - part) + flight[int(whole) + 1] * part

    def smooth(self, glider, second, reach):
        flight = self.flight(glider)
        if not isinstance(second, int) or not isinstance(reach, int) or second < 0 or second >= len(flight) or reach < 0:
            raise ValueError((second, reach))
        near = [altitude for at, altitude in enumerate(flight) if abs(at - second) <= reach]
        return math.fsum(near) / len(near)

    def profile(self, glider, begin, end, step):
        flight = self.flight(glider)
        for number, most in ((begin, len(flight)), (end, len(flight)), (step - 1, math.inf)):
            if number < 0 or number > most:
                raise ValueError((begin, end, step))
        return flight[begin:end:step].tolist()
