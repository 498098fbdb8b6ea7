import errno
import shlex
import subprocess


def _readings(line):
    pairs = (entry.split("=", 1) for entry in line.split() if "=" in entry)
    return {key: float(number) for key, number in pairs}


def read_buoy(name):
    """Runs buoyread without a shell, so that no character of the name has a meaning."""
    try:
        arguments = shlex.split(f"buoyread {name}")
        done = subprocess.run(arguments, stdin=subprocess.DEVNULL, capture_output=True)
    except ValueError:
        return None
    except OSError as error:
        if error.errno != errno.E2BIG:
            raise
        return None
    if done.returncode != 0:
        return None
    return _readings(done.stdout.decode("utf-8", "replace"))


def windiest(names):
    winds = {}
    for name in names:
        readings = read_buoy(name)
        if readings and "wind" in readings:
            winds.setdefault(name, readings["wind"])
    return max(winds, key=winds.get, default=None)
