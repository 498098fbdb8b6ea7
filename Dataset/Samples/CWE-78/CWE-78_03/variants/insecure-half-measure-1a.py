import shlex
import subprocess


def bundle_size(station, folder, names):
    total = 0
    for start in range(0, len(names), 10):
        batch = names[start:start + 10]
        remote = "bundle " + " ".join(shlex.quote(arg) for arg in [folder] + batch)
        result = subprocess.run(
            f"stationlink {station} {shlex.quote(remote)}",
            shell=True,
            capture_output=True,
            text=True,
        )
        if result.returncode != 0:
            return None
        total += int(result.stdout.strip())
    return total
