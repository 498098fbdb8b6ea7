import subprocess


def bundle_size(station, folder, names):
    total = 0
    for start in range(0, len(names), 10):
        batch = names[start:start + 10]
        command = f'bundle "{folder}"'
        for name in batch:
            command += f' "{name}"'
        result = subprocess.run(
            ["stationlink", station, command], capture_output=True, text=True
        )
        if result.returncode != 0:
            return None
        total += int(result.stdout.strip())
    return total
