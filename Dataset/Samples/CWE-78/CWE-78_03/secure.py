import shlex
import subprocess

MOST_NAMES = 10


def bundle_size(station, folder, names):
    size = 0
    for start in range(0, len(names), MOST_NAMES):
        command = shlex.join(["bundle", folder, *names[start : start + MOST_NAMES]])
        result = subprocess.run(["stationlink", station, command], capture_output=True, text=True)
        if result.returncode != 0:
            return None
        size += int(result.stdout.strip())
    return size
