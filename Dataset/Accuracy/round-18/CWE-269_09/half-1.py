import os
import stat
import subprocess


class Permits:
    def __init__(self, path):
        self._path = path
        self._stamp = None
        self._groups, self._rules = {}, None

    def _load(self):
        """Reads the file if it has changed since it was read last."""
        with open(self._path, "rb") as file:
            about = os.fstat(file.fileno())
            stamp = about[stat.ST_INO], about[stat.ST_SIZE], about[stat.ST_MTIME]
            if stamp == self._stamp:
                return
            self._stamp = self._rules = None
            self._groups, self._rules = self._parse(file.read().decode("utf-8"))
            self._stamp = stamp

    @staticmethod
    def _parse(text):
        groups, rules = {}, []
        for line in text.split("\n"):
            if line.startswith("#"):
                continue
            words = [word for word in line.split(" ") if word]
            if not words:
                continue
            kind = words[0]
            if kind == "group" and len(words) >= 2:
                groups.setdefault(words[1], set()).update(words[2:])
            elif kind in ("allow", "deny") and len(words) >= 4 and "..." not in words[4:-1]:
                rules.append((kind == "allow", words[1], words[2], words[3], words[4:]))
            else:
                raise ValueError("a line that is no rule")
        return groups, rules

    def may(self, person, account, words):
        words = list(words)
        try:
            self._load()
        except (OSError, ValueError):
            self._stamp = None
            return False
        if not words:
            return False
        allowed = False
        for allow, who, where, program, pattern in self._rules:
            if self._is(person, who) and account == where and program == words[0] \
                    and self._fits(pattern, words[1:]):
                allowed = allow
        return allowed

    def _is(self, person, who):
        if who.startswith(":"):
            return person in self._groups.get(who[1:], ())
        return person == who

    @staticmethod
    def _fits(pattern, words):
        if pattern and pattern[-1] == "...":
            pattern = pattern[:-1]
            words = words[:len(pattern)]
        return len(pattern) == len(words) and all(p in ("*", w) for p, w in zip(pattern, words))

    def run(self, person, account, words):
        words = list(words)
        if not self.may(person, account, words):
            raise PermissionError("not allowed")
        done = subprocess.run(["become", account, *words], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE)
        return done.stdout.decode("utf-8", "replace")
