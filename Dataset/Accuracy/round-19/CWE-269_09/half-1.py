import subprocess


class _Rule:
    def __init__(self, allow, who, account, words):
        self.allow = allow
        self.who = who
        self.account = account
        self.open = words[-1] == "..."
        self.words = words[:-1] if self.open else words
        if "..." in self.words[1:]:
            raise ValueError("'...' before other arguments")

    def fits(self, person, account, words, groups):
        if self.account != account:
            return False
        if self.who.startswith(":"):
            if person not in groups.get(self.who[1:], ()):
                return False
        elif self.who != person:
            return False
        if len(words) < len(self.words):
            return False
        if len(words) > len(self.words) and not self.open:
            return False
        for place, (wanted, word) in enumerate(zip(self.words, words)):
            if wanted == "*" and place > 0:
                continue
            if wanted != word:
                return False
        return True


class Permits:
    def __init__(self, path):
        self._path = path

    def _read(self):
        """The groups and rules of the file as it is now; ValueError or OSError if it is broken."""
        with open(self._path, "rb") as file:
            text = file.read().decode("utf-8")
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
            elif kind in ("allow", "deny") and len(words) >= 4:
                rules.append(_Rule(kind == "allow", words[1], words[2], words[3:]))
            else:
                raise ValueError("a line of no kind")
        return groups, rules

    def may(self, person, account, words):
        words = list(words)
        if not words or not all(isinstance(word, str) for word in words):
            return False
        try:
            groups, rules = self._read()
        except (OSError, ValueError):
            return False
        for rule in reversed(rules):
            if rule.fits(person, account, words, groups):
                return rule.allow
        return False

    def run(self, person, account, words):
        words = list(words)
        if not self.may(person, account, words):
            raise PermissionError("not allowed")
        done = subprocess.run(["become", account, *words], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        return done.stdout.decode("utf-8", "replace")
