import os
from subprocess import DEVNULL, PIPE, Popen


def single_quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


class Station:
    def __init__(self, name):
        self.name = name

    def run(self, *arguments):
        command = " ".join(single_quoted(argument) for argument in arguments)
        process = Popen(["stationlink", self.name, command], stdin=DEVNULL, stdout=PIPE)
        output, _ = process.communicate()
        return process.returncode, output.decode()


def bundle_size(station: str, folder: str, names: list[str]) -> int | None:
    total, rest = 0, list(names)
    while rest:
        some, rest = rest[:10], rest[10:]
        status, output = Station(station).run("bundle", os.fspath(folder), *some)
        if status != 0:
            return None
        total += int(output)
    return total
