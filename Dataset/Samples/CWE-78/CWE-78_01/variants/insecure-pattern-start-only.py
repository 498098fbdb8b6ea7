import re
import subprocess


def read_buoy(name):
    # re.match ties the pattern to the start of the text, not to its end.
    if not re.match(r"[\w.@+-]+", name):
        return None
    status, output = subprocess.getstatusoutput("buoyread %s" % name)
    if status != 0:
        return None
    readings = {}
    for field in output.split():
        key, value = field.split("=")
        readings[key] = float(value)
    return readings


def windiest(names):
    winds = {name: (read_buoy(name) or {}).get("wind") for name in names}
    known = [name for name in names if winds[name] is not None]
    return max(known, key=winds.get) if known else None
