import operator
import shlex
import subprocess
from functools import reduce


def _refuse(*typed):
    return reduce(operator.or_, (t[:1] == "-" or "\0" in t for t in typed))


def find_recipes(shelf, term, limit):
    if _refuse(shelf, term):
        return []
    line = shlex.join(["exec", "doughfind", "-n", str(int(limit)), "--", shelf, term])
    with subprocess.Popen(["/bin/sh", "-c", line], stdout=subprocess.PIPE) as program:
        rows = [row.decode("utf-8").split("\t", 1) for row in program.stdout.read().split(b"\n") if row]
    if program.returncode not in {0, 1}:
        raise RuntimeError("search failed")
    return [] if program.returncode else list(map(lambda row: (int(row[0]), row[1]), rows))
