import re
import subprocess


def _quote(text):
    return '"' + re.sub(r'(["$`])', r'\\\1', text) + '"'


def bundle_size(station, folder, names):
    total = 0
    for first in range(0, len(names), 10):
        words = [folder, *names[first:first + 10]]
        command = "bundle " + " ".join(map(_quote, words))
        done = subprocess.run(["stationlink", station, command], stdout=subprocess.PIPE)
        if done.returncode != 0:
            return None
        total += int(done.stdout)
    return total
