import os
import subprocess
from collections import namedtuple

Rule = namedtuple("Rule", "allowed who account program args tail")


class Permits:
    def __init__(self, path):
        self.path = path
        self._stamp = None
        self._rules = None
        self._groups = None

    def _refresh(self):
        """Reads the file again whenever it has changed."""
        with open(self.path, "rb") as file:
            info = os.fstat(file.fileno())
            stamp = (info.st_dev, info.st_ino, info.st_size, info.st_mtime_ns)
            if stamp == self._stamp:
                return
            self._stamp = None
            rules, groups = self._parse(file.read().decode("utf-8"))
        self._rules, self._groups, self._stamp = rules, groups, stamp

    @staticmethod
    def _parse(text):
        rules, groups = [], {}
        for line in text.split("\n"):
            if line.startswith("#"):
                continue
            words = list(filter(None, line.split(" ")))
            if not words:
                continue
            if words[0] == "group" and len(words) > 1:
                groups.setdefault(words[1], set()).update(words[2:])
                continue
            if words[0] not in ("allow", "deny") or len(words) < 4:
                raise ValueError("not a rule: " + line)
            _, who, account, program, *args = words
            tail = bool(args) and args[-1] == "..."
            if tail:
                args.pop()
            if "..." in args:
                raise ValueError("... before other arguments: " + line)
            rules.append(Rule(words[0] == "allow", who, account, program, args, tail))
        return rules, groups

    def _is(self, who, person):
        if who.startswith(":"):
            return person in self._groups.get(who[1:], ())
        return who == person

    def may(self, person, account, words):
        try:
            self._refresh()
        except (OSError, ValueError):
            return False
        if not words:
            return False
        program, *given = words
        for rule in reversed(self._rules):
            if (rule.account == account and rule.program == program and self._is(rule.who, person)
                    and (len(given) == len(rule.args) or rule.tail and len(given) > len(rule.args))
                    and all(a == "*" or a == b for a, b in zip(rule.args, given))):
                return rule.allowed
        return False

    def run(self, person, account, words):
        words = list(words)
        if not self.may(person, account, words):
            raise PermissionError("not allowed")
        return subprocess.run(["become", account, *words], stdout=subprocess.PIPE,
                              encoding="utf-8", errors="replace").stdout
