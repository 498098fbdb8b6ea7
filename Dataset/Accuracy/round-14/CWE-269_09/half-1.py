import os
import subprocess
import threading


class _Rules:
    """The rules of one text."""

    def __init__(self, text):
        self.groups = {}
        self.rules = []
        for line in text.split("\n"):
            if not line or line.startswith("#"):
                continue
            words = [word for word in line.split(" ") if word]
            kind = words[0] if words else ""
            if kind == "group" and len(words) >= 2:
                self.groups.setdefault(words[1], set()).update(words[2:])
            elif kind in ("allow", "deny") and len(words) >= 4:
                if "..." in words[4:-1]:
                    raise ValueError(f"... before other arguments: {line!r}")
                self.rules.append((kind == "allow", words[1], words[2], words[3], words[4:]))
            else:
                raise ValueError(f"no rule: {line!r}")

    def allow(self, person, account, words):
        for allowed, who, where, program, arguments in reversed(self.rules):
            if (self._is(person, who) and account == where and words[0] == program
                    and self._fit(arguments, words[1:])):
                return allowed
        return False

    def _is(self, person, who):
        if who.startswith(":"):
            return person in self.groups.get(who[1:], ())
        return person == who

    @staticmethod
    def _fit(pattern, words):
        if pattern[-1:] == ["..."]:
            pattern = pattern[:-1]
            words = words[:len(pattern)]
        return len(pattern) == len(words) and all(p in ("*", w) for p, w in zip(pattern, words))


class Permits:
    def __init__(self, path):
        self._path = path
        self._lock = threading.Lock()
        self._seen = None
        self._rules = None

    def _current(self):
        """The rules as they are in the file now; it is parsed again when it has changed."""
        with self._lock:
            with open(self._path, "rb") as file:
                status = os.fstat(file.fileno())
                seen = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
                if seen != self._seen:
                    self._seen = self._rules = None
                    self._rules = _Rules(file.read().decode("utf-8"))
                    self._seen = seen
            return self._rules

    def may(self, person, account, words):
        if not words:
            return False
        try:
            rules = self._current()
        except (OSError, ValueError):
            return False
        return rules.allow(person, account, words)

    def run(self, person, account, words):
        words = list(words)
        if not self.may(person, account, words):
            raise PermissionError(f"{person!r} may not do this as {account!r}")
        done = subprocess.run(["become", account, *words], stdout=subprocess.PIPE, encoding="utf-8")
        return done.stdout
