import re
import subprocess


def _quoted(name):
    return '"' + re.sub(r'(["$`])', r"\\\1", name) + '"'


def read_buoy(name):
    if not name or "\0" in name:
        return None
    done = subprocess.run(
        f"buoyread {_quoted(name)}", shell=True, capture_output=True, text=True
    )
    if done.returncode != 0:
        return None
    pairs = (field.split("=", 1) for field in done.stdout.split())
    return {key: float(number) for key, number in pairs}


def windiest(names):
    best, most = None, None
    for name in names:
        readings = read_buoy(name)
        if readings is None or "wind" not in readings:
            continue
        if most is None or readings["wind"] > most:
            best, most = name, readings["wind"]
    return best
