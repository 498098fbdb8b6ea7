import os
import re
from contextlib import contextmanager
from functools import reduce
from typing import NamedTuple

BUOY = re.compile(r"[\w.@+-]+")


class Unknown(Exception):
    pass


class Reading(NamedTuple):
    key: str
    number: float

    @classmethod
    def parse(cls, field):
        key, number = field.split("=")
        return cls(key, float(number))


@contextmanager
def spawned(*argv):
    reader, writer = os.pipe()
    with open(reader, encoding="utf-8") as stream:
        try:
            pid = os.posix_spawnp(argv[0], argv, os.environ,
                                  file_actions=[(os.POSIX_SPAWN_DUP2, writer, 1)])
        finally:
            os.close(writer)
        try:
            yield stream
        finally:
            status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if status != 0:
        raise Unknown(argv)


def ask(name):
    if not BUOY.fullmatch(name):
        raise Unknown(name)
    with spawned("buoyread", name) as stream:
        text = stream.read()
    return text


def read_buoy(name):
    try:
        return dict(map(Reading.parse, ask(name).split()))
    except (Unknown, OSError):
        return None


def windiest(names):
    def stronger(best, name):
        wind = (read_buoy(name) or {}).get("wind")
        if wind is None or (best and wind <= best[1]):
            return best
        return name, wind

    return (reduce(stronger, names, None) or (None,))[0]
