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
