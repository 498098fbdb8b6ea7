import shlex
import subprocess


def read_buoy(name):
    try:
        command = shlex.split(f"buoyread {name}")
        done = subprocess.run(command, shell=False, capture_output=True, text=True)
    except ValueError:
        return None
    if done.returncode != 0:
        return None
    pairs = (field.split("=", 1) for field in done.stdout.split())
    return {key: float(number) for key, number in pairs}


def windiest(names):
    best, strongest = None, None
    for name in names:
        readings = read_buoy(name)
        if readings is None or "wind" not in readings:
            continue
        if strongest is None or readings["wind"] > strongest:
            best, strongest = name, readings["wind"]
    return best
