import re
import subprocess

SPECIAL = re.compile(r'(["$`])')


def _quoted(text):
    return '"' + SPECIAL.sub(r"\\\1", text) + '"'


def read_buoy(name):
    if not name.isprintable():
        return None
    try:
        output = subprocess.check_output(
            "buoyread " + _quoted(name), shell=True, text=True, stderr=subprocess.DEVNULL)
    except (subprocess.CalledProcessError, OSError):
        return None
    readings = {}
    for item in output.split():
        key, value = item.split("=")
        readings[key] = float(value)
    return readings


def windiest(names):
    winds = []
    for name in names:
        readings = read_buoy(name)
        if readings and "wind" in readings:
            winds.append((name, readings["wind"]))
    if not winds:
        return None
    return max(winds, key=lambda pair: pair[1])[0]
