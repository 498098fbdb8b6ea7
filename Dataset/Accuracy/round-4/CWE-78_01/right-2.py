import contextlib
import os
from dataclasses import dataclass


@dataclass
class Buoy:
    name: str

    def line(self):
        argument = os.fsencode(self.name)
        if b"\0" in argument:
            raise LookupError(self.name)
        reader, writer = os.pipe()
        with open(reader) as output:
            try:
                child = os.posix_spawnp("buoyread", [b"buoyread", argument], os.environ,
                                        file_actions=[(os.POSIX_SPAWN_DUP2, writer, 1)])
            finally:
                os.close(writer)
            text = output.read()
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
            raise LookupError(self.name)
        return text

    def readings(self):
        for word in self.line().split():
            key, number = word.split("=")
            yield key, float(number)


def read_buoy(name):
    with contextlib.suppress(LookupError, UnicodeError):
        return dict(Buoy(name).readings())
    return None


def windiest(names):
    best = (None, None)
    for name in names:
        match read_buoy(name):
            case {"wind": wind} if best[0] is None or wind > best[1]:
                best = name, wind
    return best[0]
