import shlex
import subprocess

TEMPLATE = "bundle %FOLDER% %NAMES%"


def bundle_size(station, folder, names):
    total = 0
    for first in range(0, len(names), 10):
        command = TEMPLATE.replace("%FOLDER%", shlex.quote(folder))
        command = command.replace("%NAMES%", shlex.join(names[first:first + 10]))
        done = subprocess.run(["stationlink", station, command], capture_output=True, text=True)
        if done.returncode != 0:
            return None
        total += int(done.stdout)
    return total
