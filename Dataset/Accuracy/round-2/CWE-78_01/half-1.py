import shlex
import subprocess


def read_buoy(name):
    try:
        arguments = shlex.split(f"buoyread {name}")
        done = subprocess.run(arguments, shell=False, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True)
    except (ValueError, OSError):
        return None
    if done.returncode != 0:
        return None
    pairs = (field.partition("=") for field in done.stdout.split())
    return {key: float(number) for key, _, number in pairs}


def windiest(names):
    best, best_wind = None, None
    for name in names:
        wind = (read_buoy(name) or {}).get("wind")
        if wind is not None and (best_wind is None or wind > best_wind):
            best, best_wind = name, wind
    return best
