import os
from shlex import join, quote


def bundle_size(station, folder, names):
    remote = join(["bundle", folder] + list(names))
    with os.popen(f"stationlink {station} {quote(remote)}") as link:
        output = link.read().strip()
    if not output.isdigit():
        return None
    return int(output)
