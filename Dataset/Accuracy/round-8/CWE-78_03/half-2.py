import re
import subprocess

_SPECIAL = re.compile(r"[^A-Za-z0-9_./-]")


def _word(text):
    """Every character that could mean something to the station's shell gets a backslash."""
    if "\0" in text:
        raise ValueError("an argument cannot hold NUL")
    return _SPECIAL.sub(lambda match: "\\" + match[0], text) or "''"


def _bundles(folder, names):
    for first in range(0, len(names), 10):
        yield " ".join(["bundle", _word(folder)] + [_word(name) for name in names[first:first + 10]])


def bundle_size(station, folder, names):
    sizes = []
    for command in list(_bundles(folder, names)):
        link = subprocess.run(["stationlink", station, command], capture_output=True, stdin=subprocess.DEVNULL)
        if link.returncode:
            return None
        sizes.append(int(link.stdout.decode()))
    return sum(sizes)
