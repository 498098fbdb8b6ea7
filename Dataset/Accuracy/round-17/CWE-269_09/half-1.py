import os
import subprocess


class _BadFile(Exception):
    pass


def _parse(data):
    groups, rules = {}, []
    for line in data.decode("utf-8").split("\n"):
        if line.startswith("#"):
            continue
        words = [word for word in line.split(" ") if word]
        if not words:
            continue
        kind = words[0]
        if kind == "group":
            if len(words) < 2:
                raise _BadFile(line)
            groups.setdefault(words[1], set()).update(words[2:])
        elif kind in ("allow", "deny"):
            if len(words) < 4:
                raise _BadFile(line)
            who, account, program, *args = words[1:]
            if "..." in args[:-1]:
                raise _BadFile(line)
            rules.append((kind == "allow", who, account, program, args))
        else:
            raise _BadFile(line)
    return groups, rules


def _fits(args, given):
    if args and args[-1] == "...":
        args = args[:-1]
        if len(given) < len(args):
            return False
    elif len(given) != len(args):
        return False
    return all(a == "*" or a == g for a, g in zip(args, given))


class Permits:
    def __init__(self, path):
        self._path = path
        self._stamp = None
        self._parsed = None

    def _load(self):
        """The groups and rules of the file; it is parsed again whenever it has changed."""
        with open(self._path, "rb") as file:
            status = os.fstat(file.fileno())
            stamp = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
            if stamp != self._stamp:
                self._stamp = None
                self._parsed = _parse(file.read())
                self._stamp = stamp
        return self._parsed

    def may(self, person, account, words):
        words = list(words)
        if not words:
            return False
        try:
            groups, rules = self._load()
        except (OSError, ValueError, _BadFile):
            return False
        allowed = False
        for allow, who, for_account, program, args in rules:
            if who.startswith(":"):
                if person not in groups.get(who[1:], ()):
                    continue
            elif who != person:
                continue
            if for_account == account and program == words[0] and _fits(args, words[1:]):
                allowed = allow
        return allowed

    def run(self, person, account, words):
        words = list(words)
        if not self.may(person, account, words):
            raise PermissionError("not allowed")
        done = subprocess.run(["become", account, *words], stdout=subprocess.PIPE)
        return done.stdout.decode("utf-8", "replace")
