import shlex
import subprocess

_SHORT = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escaped(char):
    if char in _SHORT:
        return _SHORT[char]
    if ord(char) < 32 or ord(char) == 127:
        return f"\\{ord(char):03o}"
    return char


def _quote(text):
    """One word of the station's shell; control characters are spelled out, so that the command stays one line."""
    if "\0" in text:
        raise ValueError("no argument can hold this")
    if all(ord(char) >= 32 and ord(char) != 127 for char in text):
        return shlex.quote(text)
    return "$'" + "".join(map(_escaped, text)) + "'"


def bundle_size(station, folder, names):
    commands = []
    for start in range(0, len(names), 10):
        words = [folder, *names[start:start + 10]]
        commands.append(" ".join(["bundle", *map(_quote, words)]))
    total = 0
    for command in commands:
        done = subprocess.run(["stationlink", station, command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        if done.returncode != 0:
            return None
        total += int(done.stdout)
    return total
