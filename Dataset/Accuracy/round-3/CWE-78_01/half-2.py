import re
import subprocess

NAME = re.compile(r"[A-Za-z0-9._@+-]+")


def read_buoy(name):
    if not NAME.fullmatch(name.strip()):
        return None
    done = subprocess.run(f"buoyread {name}", shell=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, text=True)
    if done.returncode:
        return None
    return {key: float(value) for key, _, value in (word.partition("=") for word in done.stdout.split())}


def windiest(names):
    readings = {name: read_buoy(name) for name in names}
    known = [name for name in names if readings[name] and "wind" in readings[name]]
    return max(known, key=lambda name: readings[name]["wind"], default=None)
