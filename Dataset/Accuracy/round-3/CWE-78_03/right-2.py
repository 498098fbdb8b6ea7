import subprocess
from functools import partial

run = partial(subprocess.Popen, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, shell=False)


class ShellWord(str):
    """Formats as one word of a POSIX shell: backslashes before all signs, line feeds in quotes."""

    def __format__(self, spec):
        if not self:
            return "''"
        return "".join(self._sign(sign) for sign in self)

    @staticmethod
    def _sign(sign):
        if sign == "\n" or not sign.isascii():
            return f"'{sign}'"
        return sign if sign.isalnum() else "\\" + sign


class Bundle:
    LIMIT = 10

    def __init__(self, folder, names):
        self.words = [ShellWord(word) for word in (folder, *names)]

    @classmethod
    def all_of(cls, folder, names):
        return (cls(folder, names[at:at + cls.LIMIT]) for at in range(0, len(names), cls.LIMIT))

    @property
    def command(self):
        return "bundle " + " ".join(f"{word}" for word in self.words)


def bundle_size(station, folder, names):
    total = 0
    for bundle in Bundle.all_of(folder, names):
        with run(["stationlink", station, bundle.command]) as link:
            answer = link.stdout.read()
        if link.returncode != 0:
            return None
        total += int(answer)
    return total
