import shlex
import subprocess


def bundle_size(station, folder, names):
    command = shlex.join(["bundle", folder, *names])
    result = subprocess.run(["stationlink", station, command], capture_output=True, text=True)
    if result.returncode != 0:
        return None
    return int(result.stdout.strip())
