import subprocess

GROUP = 10


def _quoted(text):
    # inside single quotes a POSIX shell interprets nothing; the quote itself
    # is the only sign that has to leave them
    return "'" + text.replace("'", "'\\''") + "'"


def bundle_size(station, folder, names):
    names = list(names)
    if any("\0" in text for text in [station, folder, *names]):
        return None
    total = 0
    while names:
        group, names = names[:GROUP], names[GROUP:]
        command = " ".join(["bundle", *map(_quoted, [folder, *group])])
        done = subprocess.run(
            ["stationlink", station, command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        if done.returncode != 0:
            return None
        total += int(done.stdout.strip())
    return total
