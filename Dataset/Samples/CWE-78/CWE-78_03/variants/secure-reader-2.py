import shlex
import subprocess


def bundle_size(station, folder, names):
    total = 0
    for i in range(0, len(names), 10):
        command = shlex.join(["bundle", folder] + names[i:i + 10])
        result = subprocess.run(
            ["stationlink", station, command], capture_output=True, text=True
        )
        if result.returncode != 0:
            return None
        total += int(result.stdout)
    return total
