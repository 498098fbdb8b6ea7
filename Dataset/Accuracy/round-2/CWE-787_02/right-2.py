import logging
import operator
import os
import struct
from dataclasses import dataclass

log = logging.getLogger(__name__)
LABEL = struct.Struct("24s")
COUNT = struct.Struct(">4xH")


class Unfit(ValueError):
    pass


@dataclass
class Locker:
    fd: int

    @classmethod
    def use(cls, path, flags, task):
        fd = os.open(path, flags)
        try:
            return task(cls(fd))
        finally:
            os.close(fd)

    def offset(self, number):
        number = operator.index(number)
        (count,) = COUNT.unpack(os.pread(self.fd, COUNT.size, 0))
        if number <= 0 or number > count:
            raise Unfit(f"compartments are numbered from 1 to {count}, not {number}")
        return 32 + LABEL.size * (number - 1)


def store_label(path, number, label):
    raw = label.encode("utf-8", "strict")
    if LABEL.size < len(raw):
        log.warning("refused a label of %d bytes", len(raw))
        raise Unfit("a label has 24 bytes")

    def write(locker):
        os.pwrite(locker.fd, LABEL.pack(raw), locker.offset(number))

    Locker.use(path, os.O_RDWR, write)


def read_label(path, number):
    (raw,) = LABEL.unpack(Locker.use(path, os.O_RDONLY, lambda locker: os.pread(locker.fd, 24, locker.offset(number))))
    return raw.rstrip(b"\0").decode("utf-8")
