import re
import subprocess

SAFE = re.compile(r"[A-Za-z0-9_@%+=:,./-]+$", re.ASCII)


def _quote(word):
    if SAFE.match(word):
        return word
    return "'" + word.replace("'", "'\"'\"'") + "'"


def bundle_size(station, folder, names):
    total = 0
    for i in range(0, len(names), 10):
        words = ["bundle", folder, *names[i:i + 10]]
        command = " ".join(_quote(w) for w in words)
        done = subprocess.run(["stationlink", station, command], stdout=subprocess.PIPE, text=True)
        if done.returncode != 0:
            return None
        total += int(done.stdout)
    return total
