"""Who may run which program as which machine's account."""
import os
import subprocess


class _BadFile(Exception):
    pass


class Permits:
    def __init__(self, path):
        self._path = path
        self._stamp = None
        self._rules = []
        self._groups = {}

    def _refresh(self):
        """Reads the file again if it is not the one we know."""
        try:
            with open(self._path, "rb") as file:
                status = os.fstat(file.fileno())
                stamp = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
                if stamp == self._stamp:
                    return
                self._stamp = None
                text = file.read().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self._stamp = None
            raise _BadFile(str(error)) from None
        rules, groups = [], {}
        for line in text.split("\n"):
            if line.startswith("#"):
                continue
            words = [word for word in line.split(" ") if word]
            if not words:
                continue
            if words[0] == "group" and len(words) >= 2:
                groups.setdefault(words[1], set()).update(words[2:])
            elif words[0] in ("allow", "deny") and len(words) >= 4 and "..." not in words[4:-1]:
                rules.append((words[0] == "allow", words[1], words[2], words[3], words[4:]))
            else:
                raise _BadFile("bad line")
        self._rules, self._groups, self._stamp = rules, groups, stamp

    @staticmethod
    def _fit(arguments, rest):
        if arguments and arguments[-1] == "...":
            arguments = arguments[:-1]
            if len(rest) < len(arguments):
                return False
        elif len(rest) != len(arguments):
            return False
        return all(a == "*" or a == b for a, b in zip(arguments, rest))

    def may(self, person, account, words):
        words = list(words)
        if not words:
            return False
        try:
            self._refresh()
        except _BadFile:
            return False
        allowed = False
        for allow, who, machine, program, arguments in self._rules:
            if who.startswith(":"):
                if person not in self._groups.get(who[1:], ()):
                    continue
            elif who != person:
                continue
            if machine == account and program == words[0] and self._fit(arguments, words[1:]):
                allowed = allow
        return allowed

    def run(self, person, account, words):
        words = list(words)
        if not self.may(person, account, words):
            raise PermissionError("not allowed")
        done = subprocess.run(["become", account, *words], stdout=subprocess.PIPE)
        return done.stdout.decode("utf-8", "replace")
