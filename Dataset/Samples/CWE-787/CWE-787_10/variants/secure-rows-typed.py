import ctypes


class Bed:
    def __init__(self, address):
        self.address = address

    @property
    def job(self):
        needles, space, count = (ctypes.c_uint16.__ctype_le__ * 3).from_address(self.address)

        class Job(ctypes.LittleEndianStructure):
            _pack_ = 1
            _fields_ = [("needles", ctypes.c_uint16), ("space", ctypes.c_uint16), ("count", ctypes.c_uint16), ("yarn", ctypes.c_ubyte * needles * space)]

        return Job.from_address(self.address)

    def knit(self, row):
        job = self.job
        if len(row) != job.needles or job.count == job.space:
            raise ValueError("the row does not fit")
        job.yarn[job.count][:] = row
        job.count += 1

    def repeat(self, rows, times):
        job = self.job
        if rows < 0 or times < 0 or rows > job.count or job.count + rows * times > job.space:
            raise ValueError("the rows do not fit")
        for _ in range(rows * times):
            job.yarn[job.count][:] = job.yarn[job.count - rows][:]
            job.count += 1

    def unravel(self, rows):
        job = self.job
        if rows < 0 or rows > job.count:
            raise ValueError("there are not so many rows")
        for _ in range(rows):
            job.count -= 1
            job.yarn[job.count][:] = bytes(job.needles)

    def paint(self, row, needle, motif):
        job = self.job
        fits = row >= 0 and needle >= 0 and row + len(motif) <= job.count
        if not fits or max((needle + len(line) for line in motif), default=0) > job.needles:
            raise ValueError("the motif is outside")
        for number, line in enumerate(motif):
            for place, yarn in enumerate(line):
                job.yarn[row + number][needle + place] = yarn

    def row(self, number):
        return bytes(self.job.yarn[number])
