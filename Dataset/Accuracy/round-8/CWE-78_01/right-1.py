import re
import subprocess


def read_buoy(name):
    if not isinstance(name, str) or not re.fullmatch(r"[\w.@+-]+", name) or len(name) > 10000:
        return None
    done = subprocess.run(
        ["buoyread", name.encode("utf-8")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    if done.returncode != 0:
        return None
    readings = {}
    for entry in done.stdout.decode("utf-8").split():
        key, number = entry.split("=", 1)
        readings[key] = float(number)
    return readings


def windiest(names):
    best = None
    best_wind = None
    for name in names:
        readings = read_buoy(name)
        if readings is None or "wind" not in readings:
            continue
        if best_wind is None or readings["wind"] > best_wind:
            best, best_wind = name, readings["wind"]
    return best
