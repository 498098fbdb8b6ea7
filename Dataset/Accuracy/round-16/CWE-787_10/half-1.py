"""Writes rows into the job of the knitting machine's driver."""
import ctypes


class _Job(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("needles", ctypes.c_uint16), ("space", ctypes.c_uint16), ("count", ctypes.c_uint16)]


HEAD = ctypes.sizeof(_Job)


class Bed:
    def __init__(self, address):
        self._address = address

    def _job(self):
        """The job as it is now; the driver may have changed it since our last call."""
        return _Job.from_address(self._address)

    def _at(self, job, row, needle=0):
        return self._address + HEAD + row * job.needles + needle

    def _append(self, job, data, rows):
        """Puts the bytes of some whole rows behind those that are there."""
        start = self._at(job, job.count)
        if start + rows * job.needles > self._at(job, job.space):
            raise ValueError("there is no space")
        ctypes.memmove(start, data, len(data))
        job.count += rows

    def knit(self, row):
        job = self._job()
        if not isinstance(row, bytes) or len(row) != job.needles:
            raise ValueError("a row has one byte for each needle")
        self._append(job, row, 1)

    def repeat(self, rows, times):
        job = self._job()
        if not 0 <= rows <= job.count:
            raise ValueError("so many rows are not there")
        if times < 0:
            raise ValueError("times")
        if rows * times * job.needles > job.space * job.needles:
            raise ValueError("there is no space")       # before so much is put together
        pattern = ctypes.string_at(self._at(job, job.count - rows), rows * job.needles)
        self._append(job, pattern * (times if pattern else 0), rows * times)

    def unravel(self, rows):
        job = self._job()
        if not 0 <= rows <= job.count:
            raise ValueError("so many rows are not there")
        ctypes.memset(self._at(job, job.count - rows), 0, rows * job.needles)
        job.count -= rows

    def paint(self, row, needle, motif):
        job = self._job()
        motif = list(motif)
        if row < 0 or needle < 0 or row + len(motif) > job.count:
            raise ValueError("not within the rows that are there")
        for line in motif:
            if not isinstance(line, bytes) or needle + len(line) > job.needles:
                raise ValueError("not within its row")
        for number, line in enumerate(motif, row):
            ctypes.memmove(self._at(job, number, needle), line, len(line))

    def row(self, number):
        job = self._job()
        if not 0 <= number < job.count:
            raise ValueError("no such row")
        return ctypes.string_at(self._at(job, number), job.needles)
