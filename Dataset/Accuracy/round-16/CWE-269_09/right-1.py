import subprocess
from collections import defaultdict
from pathlib import Path


class Unreadable(PermissionError):
    """The file is missing or holds a line that is no rule: nobody may do anything."""


class _Exactly(str):
    def step(self, rest):
        return rest[1:] if rest and rest[0] == str(self) else None


class _AnyOne:
    def step(self, rest):
        return rest[1:] if rest else None


class _AllOthers:
    def step(self, rest):
        return ()


class _Rule:
    def __init__(self, verdict, person, account, program, *arguments):
        self.verdict = {"allow": True, "deny": False}[verdict]
        self.person, self.account = person, account
        self.signs = [_Exactly(program)]
        while arguments:
            first, *arguments = arguments
            if first == "..." and arguments:
                raise ValueError("'...' before other arguments")
            self.signs.append({"*": _AnyOne, "...": _AllOthers}.get(first, lambda: _Exactly(first))())

    def fits(self, people, person, account, words):
        if person not in people(self.person) or account != self.account:
            return False
        for sign in self.signs:
            words = sign.step(words)
            if words is None:
                return False
        return not words


class _Book:
    def __init__(self, data):
        self.groups = defaultdict(set)
        self.rules = []
        for line in data.decode("utf-8").split("\n"):
            words = [] if line[:1] == "#" else [w for w in line.split(" ") if w]
            if words:
                getattr(self, {"group": "group", "allow": "rule", "deny": "rule"}[words[0]])(*words)

    def group(self, _, name, *people):
        self.groups[name].update(people)

    def rule(self, *words):
        self.rules.append(_Rule(*words))

    def people(self, sign):
        return self.groups.get(sign[1:], frozenset()) if sign[:1] == ":" else {sign}

    def verdict(self, person, account, words):
        verdict = False
        for rule in self.rules:
            if rule.fits(self.people, person, account, words):
                verdict = rule.verdict
        return verdict


class Permits:
    def __init__(self, path):
        self._path = Path(path)

    def _check(self, person, account, words):
        try:
            book = _Book(self._path.read_bytes())
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise Unreadable("the permits cannot be read") from error
        if not book.verdict(person, account, words):
            raise PermissionError("not allowed")

    def may(self, person, account, words):
        try:
            self._check(person, account, tuple(words))
        except PermissionError:
            return False
        return True

    def run(self, person, account, words):
        words = tuple(words)
        self._check(person, account, words)
        with subprocess.Popen(("become", account) + words, stdout=subprocess.PIPE) as process:
            return process.communicate()[0].decode("utf-8", "backslashreplace")
