"""Altitudes of gliders, read from the recorder's file."""
import mmap
import struct


class Barographs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._sums = {}     # flight's 8 bytes -> running sums

    def _entry(self, glider):
        """Begin and number of the altitudes of the present flight."""
        (gliders,) = struct.unpack_from("<H", self._map)
        if not isinstance(glider, int) or not 0 <= glider < gliders:
            raise ValueError("no such glider")
        entry = self._map[2 + 8 * glider:10 + 8 * glider]
        if len(entry) < 8:
            raise ValueError("no such glider")
        start, count = struct.unpack("<II", entry)
        if start + 2 * count > len(self._map):
            raise ValueError("flight is not in the file")
        return start, count

    def _values(self, start, count, first, behind):
        assert 0 <= first <= behind <= count
        return struct.unpack_from(f"<{behind - first}H", self._map, start + 2 * first)

    def _running(self, start, count):
        """Sums of the first 0, 1, 2, ... altitudes.

        Pages ask for the mean at every second of a flight, so the sums are
        kept. Another flight has another entry, and a flight that has gone on
        has a new number, so the sums never belong to something else.
        """
        sums = self._sums.get((start, count))
        if sums is None:
            sums = [0]
            for value in self._values(start, count, 0, count):
                sums.append(sums[-1] + value)
            if len(self._sums) > 256:
                self._sums.clear()
            self._sums[start, count] = sums
        return sums

    def altitude(self, glider, second):
        start, count = self._entry(glider)
        if not 0 <= second <= count - 1:
            raise ValueError("second outside of the flight")
        before = int(second)
        after = min(before + 1, count - 1)
        low, high = (self._values(start, count, i, i + 1)[0] for i in (before, after))
        return float(low + (high - low) * (second - before))

    def smooth(self, glider, second, reach):
        start, count = self._entry(glider)
        if not 0 <= second <= count - 1 or second != int(second):
            raise ValueError("not a second of the flight")
        if not isinstance(reach, int) or reach < 0:
            raise ValueError("reach is an int of at least 0")
        second = int(second)
        first, behind = max(0, second - reach), min(count, second + reach + 1)
        sums = self._running(start, count)
        return (sums[behind] - sums[first]) / (behind - first)

    def profile(self, glider, begin, end, step):
        start, count = self._entry(glider)
        if not 0 <= begin <= end <= count or begin != int(begin) or end != int(end):
            raise ValueError("begin and end do not lie in the flight")
        if not isinstance(step, int) or step < 1:
            raise ValueError("step is at least 1")
        return list(self._values(start, count, int(begin), int(end))[::step])
