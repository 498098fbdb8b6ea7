import re
import subprocess


def _quoted(word):
    return '"' + re.sub(r'(["$`])', r"\\\1", word) + '"'


def bundle_size(station, folder, names):
    total = 0
    pending = list(names)
    while pending:
        batch, pending = pending[:10], pending[10:]
        command = "bundle " + " ".join(map(_quoted, [folder, *batch]))
        try:
            printed = subprocess.check_output(["stationlink", station, command], text=True)
        except subprocess.CalledProcessError:
            return None
        total += int(printed.strip())
    return total
