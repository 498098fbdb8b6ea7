import re
from subprocess import DEVNULL, CalledProcessError, check_output

HARMLESS = re.compile(r"^[A-Za-z0-9_@%+:,./-]+$")


def quoted(argument):
    # The link is slow: plain arguments are sent without quotes.
    if HARMLESS.match(argument):
        return argument
    return "'" + argument.replace("'", "'\\''") + "'"


def bundle_size(station, folder, names):
    sizes = []
    rest = list(names)
    while rest:
        group, rest = rest[:10], rest[10:]
        command = " ".join(["bundle", quoted(folder), *map(quoted, group)])
        try:
            sizes.append(int(check_output(["stationlink", station, command], stdin=DEVNULL)))
        except CalledProcessError:
            return None
    return sum(sizes)
