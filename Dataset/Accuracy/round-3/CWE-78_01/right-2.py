import os
import subprocess
from functools import reduce


def read_buoy(name):
    if "\0" in name or not name:
        return None
    read_end, write_end = os.pipe()
    with open(read_end, "rb") as output:
        try:
            argument = os.fsencode(name)
            process = subprocess.Popen((b"buoyread", argument), stdout=write_end, stdin=subprocess.DEVNULL)
        except (UnicodeEncodeError, OSError):
            os.close(write_end)
            return None
        os.close(write_end)
        text = output.read().decode("ascii", "replace")
    if process.wait() != os.EX_OK:
        return None
    readings = {}
    for item in text.split():
        key, _, number = item.rpartition("=")
        readings[key] = float(number)
    return readings


def windiest(names):
    def better(best, name):
        readings = read_buoy(name)
        match readings:
            case {"wind": wind} if best is None or wind > best[1]:
                return name, wind
        return best

    found = reduce(better, names, None)
    return found and found[0]
