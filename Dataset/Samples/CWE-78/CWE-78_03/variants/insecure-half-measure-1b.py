import re
import subprocess

BATCH = 10
PLAIN = re.compile(r"^[\w@%+=:,./-]+$")


def quote(arg):
    # most names are harmless, keep the line short on the slow link
    if PLAIN.match(arg):
        return arg
    return "'" + arg.replace("'", "'\\''") + "'"


def remote_command(folder, names):
    words = ["bundle", quote(folder)]
    for name in names:
        words.append(quote(name))
    return " ".join(words)


def bundle_size(station, folder, names):
    total = 0
    rest = list(names)
    while rest:
        batch, rest = rest[:BATCH], rest[BATCH:]
        done = subprocess.run(
            ["stationlink", station, remote_command(folder, batch)],
            stdout=subprocess.PIPE,
            text=True,
        )
        if done.returncode != 0:
            return None
        total += int(done.stdout)
    return total
