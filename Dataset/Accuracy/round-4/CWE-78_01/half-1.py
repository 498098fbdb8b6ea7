import re
import subprocess


def _quoted(text):
    return '"' + re.sub(r'(["$`])', r"\\\1", text) + '"'


def read_buoy(name):
    if "\0" in name:
        return None
    result = subprocess.run(
        f"buoyread {_quoted(name)} 2>/dev/null", shell=True, capture_output=True, text=True, check=False
    )
    if result.returncode != 0:
        return None
    readings = {}
    for pair in result.stdout.split():
        key, _, number = pair.partition("=")
        readings[key] = float(number)
    return readings


def windiest(names):
    best, strongest = None, None
    for name in names:
        wind = (read_buoy(name) or {}).get("wind")
        if wind is not None and (strongest is None or wind > strongest):
            best, strongest = name, wind
    return best
