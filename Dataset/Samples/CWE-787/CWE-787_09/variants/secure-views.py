import mmap


class Cues:
    """Every room is a view of its own, so that what goes beyond it is an error of Python's."""

    def __init__(self, path):
        with open(path, "r+b") as file:
            self.whole = memoryview(mmap.mmap(file.fileno(), 0))
        count = int.from_bytes(self.whole[4:6], "little")
        self.stations = []
        for row in (self.whole[place : place + 8] for place in range(8, 8 + 8 * count, 8)):
            start, size = int.from_bytes(row[:4], "little"), int.from_bytes(row[4:6], "little")
            self.stations.append((self.whole[start : start + size], row[6:8].cast("B")))

    def _of(self, station):
        if station < 0 or station >= len(self.stations):
            raise ValueError(station)
        room, number = self.stations[station]
        used = int.from_bytes(number, "little")
        if used > len(room):
            raise ValueError("the number of waiting bytes is wrong")
        return room, number, used

    def send(self, station, data):
        room, number, used = self._of(station)
        data = memoryview(data).tobytes()
        room[used:][: len(data)] = data
        number[:] = (used + len(data)).to_bytes(2, "little")

    def withdraw(self, station, count):
        room, number, used = self._of(station)
        if count < 0 or count > used:
            raise ValueError(count)
        for place in range(used - count, used):
            room[place] = 0
        number[:] = (used - count).to_bytes(2, "little")

    def waiting(self, station):
        room, _, used = self._of(station)
        return bytes(room[:used])
