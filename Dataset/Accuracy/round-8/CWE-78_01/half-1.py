import re
import subprocess

NAME = re.compile(r"[\w.@+-_]+", re.ASCII)


def read_buoy(name):
    if len(name) > 200 or not NAME.fullmatch(name):
        return None
    done = subprocess.run(
        f"buoyread {name}", shell=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    if done.returncode != 0:
        return None
    readings = {}
    for entry in done.stdout.decode("utf-8", "replace").split():
        key, sign, number = entry.partition("=")
        if sign:
            readings[key] = float(number)
    return readings


def windiest(names):
    best, most = None, None
    for name in names:
        wind = (read_buoy(name) or {}).get("wind")
        if wind is not None and (most is None or wind > most):
            best, most = name, wind
    return best
