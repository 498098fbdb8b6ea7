import os
import subprocess
from dataclasses import dataclass, field
from itertools import islice


def batches(names, size=10):
    rest = iter(names)
    while batch := list(islice(rest, size)):
        yield batch


class Word(str):
    def __format__(self, spec):
        if self.count("\0"):
            raise ValueError("NUL in an argument")
        return '"' + "".join(c if c not in '\\"$`' else "\\" + c for c in self) + '"'


class NoAnswer(RuntimeError):
    pass


@dataclass
class Station:
    name: str
    sizes: list = field(default_factory=list)

    def send(self, command):
        arguments = ["stationlink", self.name, os.fsencode(command)]
        with subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as link:
            printed, _ = link.communicate()
        if link.returncode:
            raise NoAnswer(self.name)
        self.sizes.append(int(printed.decode("ascii").strip()))


def bundle_size(station, folder, names):
    link = Station(station)
    lines = [f"bundle {Word(folder)} " + " ".join(f"{Word(name)}" for name in batch) for batch in batches(names)]
    try:
        for line in lines:
            link.send(line)
    except NoAnswer:
        return None
    return sum(link.sizes)
