import string
import subprocess
from contextlib import ExitStack

CHARACTERS = frozenset(string.ascii_letters + string.digits + "-_.@+")


class UnknownBuoy(LookupError):
    pass


class Buoy(dict):
    def __init__(self, name):
        if not name or not CHARACTERS.issuperset(name):
            raise UnknownBuoy(name)
        with ExitStack() as stack:
            pipe = stack.enter_context(subprocess.Popen(args=("buoyread", name), stdout=subprocess.PIPE))
            fields = pipe.stdout.read().decode().split()
        if pipe.returncode:
            raise UnknownBuoy(name)
        super().__init__((key, float(number)) for key, number in (field.split("=") for field in fields))


def read_buoy(name):
    try:
        return dict(Buoy(name))
    except UnknownBuoy:
        return None


def windiest(names):
    known = [(name, buoy["wind"]) for name in names if "wind" in (buoy := read_buoy(name) or {})]
    known.sort(key=lambda pair: -pair[1])
    return known[0][0] if known else None
