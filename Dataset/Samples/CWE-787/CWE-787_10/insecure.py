import ctypes


class Job(ctypes.LittleEndianStructure):
    _fields_ = [("needles", ctypes.c_uint16), ("space", ctypes.c_uint16), ("count", ctypes.c_uint16)]


class Bed:
    def __init__(self, address):
        self.job = Job.from_address(address)
        self.yarn = address + ctypes.sizeof(Job)

    def _place(self, row, needle=0):
        return self.yarn + row * self.job.needles + needle

    def knit(self, row):
        ctypes.memmove(self._place(self.job.count), row, len(row))
        self.job.count += 1

    def repeat(self, rows, times):
        pattern = ctypes.string_at(self._place(self.job.count - rows), rows * self.job.needles)
        for _ in range(times):
            ctypes.memmove(self._place(self.job.count), pattern, len(pattern))
            self.job.count += rows

    def unravel(self, rows):
        self.job.count -= rows
        ctypes.memset(self._place(self.job.count), 0, rows * self.job.needles)

    def paint(self, row, needle, motif):
        for number, line in enumerate(motif, row):
            ctypes.memmove(self._place(number, needle), line, len(line))

    def row(self, number):
        return ctypes.string_at(self._place(number), self.job.needles)
