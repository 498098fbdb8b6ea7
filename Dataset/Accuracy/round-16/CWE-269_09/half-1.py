import subprocess


class Permits:
    def __init__(self, path):
        self.path = path

    def _load(self):
        """The rules and groups, read anew each time. Any odd line raises a ValueError."""
        with open(self.path, "rb") as file:
            text = file.read().decode("utf-8")
        rules, groups = [], {}
        for line in text.split("\n"):
            if not line or line.startswith("#"):
                continue
            words = [word for word in line.split(" ") if word]
            if not words:
                continue
            kind, rest = words[0], words[1:]
            if kind == "group" and rest:
                groups.setdefault(rest[0], set()).update(rest[1:])
            elif kind in ("allow", "deny") and len(rest) >= 3:
                who, account, pattern = rest[0], rest[1], rest[2:]
                rest_allowed = pattern[-1] == "..."
                if rest_allowed:
                    pattern = pattern[:-1]
                if "..." in pattern[1:]:
                    raise ValueError("... is only for the end")
                rules.append((kind == "allow", who, account, pattern, rest_allowed))
            else:
                raise ValueError(f"no rule: {line!r}")
        return rules, groups

    @staticmethod
    def _fits(pattern, rest_allowed, words):
        if len(words) < len(pattern) or (len(words) > len(pattern) and not rest_allowed):
            return False
        for place, (sign, word) in enumerate(zip(pattern, words)):
            if sign == word or (place > 0 and sign == "*"):
                continue
            return False
        return True

    def may(self, person, account, words):
        try:
            rules, groups = self._load()
        except (OSError, ValueError):
            return False
        if not words:
            return False
        for allowed, who, target, pattern, rest_allowed in reversed(rules):
            if target != account:
                continue
            if who.startswith(":"):
                if person not in groups.get(who[1:], ()):
                    continue
            elif who != person:
                continue
            if self._fits(pattern, rest_allowed, words):
                return allowed
        return False

    def run(self, person, account, words):
        words = list(words)
        if not self.may(person, account, words):
            raise PermissionError(f"{person!r} may not do this as {account!r}")
        done = subprocess.run(["become", account, *words], stdout=subprocess.PIPE)
        return done.stdout.decode("utf-8", "replace")
