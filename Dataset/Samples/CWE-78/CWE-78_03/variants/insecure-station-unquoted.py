import os
from shlex import join, quote


def bundle_size(station, folder, names):
    sizes = []
    for start in range(0, len(names), 10):
        remote = join(["bundle", folder] + list(names[start : start + 10]))
        with os.popen(f"stationlink {station} {quote(remote)}") as link:
            output = link.read().strip()
        if not output.isdigit():
            return None
        sizes.append(int(output))
    return sum(sizes)
