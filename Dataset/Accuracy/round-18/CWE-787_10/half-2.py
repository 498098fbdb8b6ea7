"""Writes rows into the job of the knitting machine's driver."""
import ctypes


class _Job(ctypes.LittleEndianStructure):
    _fields_ = [("needles", ctypes.c_uint16), ("space", ctypes.c_uint16), ("count", ctypes.c_uint16)]


_YARN = ctypes.sizeof(_Job)


class Bed:
    def __init__(self, address):
        self._address = address

    def _job(self):
        # read anew in each call: the driver may have knitted, or have put another job here
        return _Job.from_address(self._address)

    def _at(self, job, row, needle=0):
        return self._address + _YARN + row * job.needles + needle

    def knit(self, row):
        job = self._job()
        if len(row) != job.needles:
            raise ValueError("a row needs one byte for each needle")
        if job.count >= job.space:
            raise ValueError("there is no space for another row")
        ctypes.memmove(self._at(job, job.count), row, job.needles)
        job.count += 1

    def repeat(self, rows, times):
        job = self._job()
        if not 0 <= rows <= job.count or times < 0:
            raise ValueError("there are no such rows")
        if job.count + rows * times > job.space:
            raise ValueError("there is no space for so many rows")
        if rows == 0 or times == 0:
            return
        block = ctypes.string_at(self._at(job, job.count - rows), rows * job.needles)
        ctypes.memmove(self._at(job, job.count), block * times, len(block) * times)
        job.count += rows * times

    def unravel(self, rows):
        job = self._job()
        if not 0 <= rows <= job.count:
            raise ValueError("there are no such rows")
        job.count -= rows
        # what lies behind the rows that are left is empty space
        ctypes.memset(self._at(job, job.count), 0, (job.space - job.count) * job.needles)

    def paint(self, row, needle, motif):
        job = self._job()
        if row < 0 or row + len(motif) > job.count:
            raise ValueError("the motif goes beyond the rows")
        if needle < 0 or needle + max(map(len, motif), default=0) > job.needles:
            raise ValueError("the motif goes beyond the needles")
        for offset, line in enumerate(motif):
            ctypes.memmove(self._at(job, row + offset, needle), line, len(line))

    def row(self, number):
        job = self._job()
        if not 0 <= number < job.count:
            raise ValueError("there is no such row")
        return ctypes.string_at(self._at(job, number), job.needles)
