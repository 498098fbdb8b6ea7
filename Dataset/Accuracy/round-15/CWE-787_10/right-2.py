"""The job as a ctypes structure, whose type is made to measure every time."""
import ctypes
import functools

U16 = ctypes.c_uint16.__ctype_le__


class Unfit(ValueError):
    """Something does not fit into the job as it is now."""


def must(condition, text):
    if not condition:
        raise Unfit(text)


@functools.lru_cache(maxsize=64)
def kind(needles, space):
    class Job(ctypes.LittleEndianStructure):
        _pack_ = 1
        _fields_ = [("needles", U16), ("space", U16), ("count", U16),
                    ("yarn", (ctypes.c_uint8 * needles) * space)]
    return Job


class Bed:
    def __init__(self, address):
        self._address = address

    @property
    def _job(self):
        needles, space = (ctypes.c_uint16.__ctype_le__ * 2).from_address(self._address)
        job = kind(needles, space).from_address(self._address)
        must(job.count <= job.space, "the job is out of order")
        return job

    def knit(self, row):
        job = self._job
        must(isinstance(row, bytes) and len(row) == job.needles, "row")
        must(job.count < job.space, "space")
        job.yarn[job.count][:] = row
        job.count += 1

    def repeat(self, rows, times):
        job = self._job
        count = job.count
        must(0 <= rows <= count, "rows")
        must(times >= 0, "times")
        end = count + rows * times
        must(end <= job.space, "space")
        for number in range(count, end):
            job.yarn[number][:] = job.yarn[number - rows][:]
        job.count = end

    def unravel(self, rows):
        job = self._job
        must(0 <= rows <= job.count, "rows")
        for _ in range(rows):
            job.count -= 1
            job.yarn[job.count][:] = bytes(job.needles)

    def paint(self, row, needle, motif):
        job = self._job
        stitches = [(row + down, needle + along, stitch)
                    for down, line in enumerate(motif)
                    for along, stitch in enumerate(line)]
        corners = [(row + down, needle) for down in range(len(motif))]
        must(row >= 0 and needle >= 0, "motif")
        must(all(y < job.count and x <= job.needles for y, x in corners), "motif")
        must(all(x < job.needles for _, x, _ in stitches), "motif")
        for y, x, stitch in stitches:
            job.yarn[y][x] = stitch

    def row(self, number):
        job = self._job
        must(0 <= number < job.count, "number")
        return bytes(job.yarn[number])
