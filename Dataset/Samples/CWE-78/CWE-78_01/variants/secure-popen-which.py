import shutil
from subprocess import PIPE, Popen


class BuoyError(Exception):
    pass


def read_buoy(name):
    if not name or name.startswith("-") or "\x00" in name:
        return None
    executable = shutil.which("buoyread")
    if executable is None:
        raise BuoyError("buoyread is not installed")
    with Popen([executable, name], stdout=PIPE, stderr=PIPE) as process:
        out, _ = process.communicate(timeout=5)
    if process.returncode:
        return None
    readings = dict()
    for part in out.decode().strip().split(" "):
        key, value = part.split("=")
        readings[key] = float(value)
    return readings


def windiest(names):
    winds = {name: (read_buoy(name) or {}).get("wind") for name in names}
    known = [name for name in names if winds[name] is not None]
    return max(known, key=winds.get) if known else None
