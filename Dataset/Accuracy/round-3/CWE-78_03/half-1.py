import re
import subprocess


def _quote(argument):
    """One argument for the station's shell, in double quotes."""
    return '"' + re.sub(r'(["$`])', r"\\\1", argument) + '"'


def bundle_size(station, folder, names):
    total = 0
    for first in range(0, len(names), 10):
        arguments = [folder, *names[first:first + 10]]
        command = "bundle " + " ".join(_quote(a) for a in arguments)
        result = subprocess.run(
            ["stationlink", station, command], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL
        )
        if result.returncode != 0:
            return None
        total += int(result.stdout)
    return total
