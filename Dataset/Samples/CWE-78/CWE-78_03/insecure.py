import subprocess


def bundle_size(station, folder, names):
    quoted = " ".join(f'"{name}"' for name in names)
    command = f'bundle "{folder}" {quoted}'
    result = subprocess.run(["stationlink", station, command], capture_output=True, text=True)
    if result.returncode != 0:
        return None
    return int(result.stdout.strip())
