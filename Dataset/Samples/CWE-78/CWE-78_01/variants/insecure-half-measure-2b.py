import subprocess


def _parse(text):
    pairs = (item.split("=", 1) for item in text.split())
    return {key: float(number) for key, number in pairs}


def read_buoy(name):
    done = subprocess.run(["buoyread", name], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        return None
    return _parse(done.stdout)


def windiest(names):
    # one shell for the whole list instead of one process start per buoy
    script = "\n".join(
        f'echo {i} $(buoyread "{name}")' for i, name in enumerate(names)
    )
    done = subprocess.run(
        ["sh", "-s"], input=script, stdout=subprocess.PIPE, text=True
    )

    best = None
    best_wind = None
    for line in done.stdout.splitlines():
        index, _, rest = line.partition(" ")
        wind = _parse(rest).get("wind")
        if wind is None:
            continue
        if best_wind is None or wind > best_wind:
            best, best_wind = names[int(index)], wind
    return best
