import shlex
import subprocess


def read_buoy(name):
    try:
        command = shlex.split("buoyread " + name)
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    except ValueError:
        return None
    if done.returncode:
        return None
    pairs = (item.split("=", 1) for item in done.stdout.decode().split())
    return {key: float(number) for key, number in pairs}


def windiest(names):
    winds = {}
    for name in names:
        readings = read_buoy(name)
        if readings and "wind" in readings:
            winds.setdefault(name, readings["wind"])
    return max(winds, key=winds.get) if winds else None
