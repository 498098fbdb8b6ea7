import subprocess


def read_buoy(name):
    result = subprocess.run(["buoyread", name], capture_output=True, text=True)
    if result.returncode != 0:
        return None

    readings = {}
    for field in result.stdout.split():
        key, _, number = field.partition("=")
        readings[key] = float(number)
    return readings
