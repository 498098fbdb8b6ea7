import ctypes


class Job(ctypes.LittleEndianStructure):
    _fields_ = [("needles", ctypes.c_uint16), ("space", ctypes.c_uint16), ("count", ctypes.c_uint16)]


class Bed:
    def __init__(self, address):
        self.job = Job.from_address(address)
        self.yarn = address + ctypes.sizeof(Job)

    def _place(self, row, needle=0):
        offset = ctypes.c_uint16(row * self.job.needles + needle)
        return self.yarn + offset.value

    def _check_rows(self, rows):
        if not 0 <= rows <= self.job.count:
            raise ValueError(f"{rows} rows are not there")

    def knit(self, row):
        if len(row) != self.job.needles:
            raise ValueError("a row has one byte for each needle")
        if self.job.count >= self.job.space:
            raise ValueError("there is no space for another row")
        ctypes.memmove(self._place(self.job.count), row, len(row))
        self.job.count += 1

    def repeat(self, rows, times):
        self._check_rows(rows)
        if times < 0 or rows * times > self.job.space - self.job.count:
            raise ValueError("there is no space for so many rows")
        if rows == 0:
            return
        pattern = ctypes.string_at(self._place(self.job.count - rows), rows * self.job.needles)
        ctypes.memmove(self._place(self.job.count), pattern * times, len(pattern) * times)
        self.job.count += rows * times

    def unravel(self, rows):
        self._check_rows(rows)
        ctypes.memset(self._place(self.job.count - rows), 0, rows * self.job.needles)
        self.job.count -= rows

    def paint(self, row, needle, motif):
        if row < 0 or needle < 0 or row + len(motif) > self.job.count:
            raise ValueError("the motif is not within the rows")
        if any(needle + len(line) > self.job.needles for line in motif):
            raise ValueError("a line of the motif is not within its row")
        for number, line in enumerate(motif, row):
            ctypes.memmove(self._place(number, needle), line, len(line))

    def row(self, number):
        return ctypes.string_at(self._place(number), self.job.needles)
