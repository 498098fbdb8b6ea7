import subprocess


class Permits:
    def __init__(self, path):
        self.path = path

    def _read(self):
        """The groups and the rules as they are now; a ValueError if anything in the file is not understood."""
        groups, rules = {}, []
        with open(self.path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        for line in lines:
            words = [word for word in line.split(" ") if word]
            if not words or line.startswith("#"):
                continue
            kind, *rest = words
            if kind == "group" and rest:
                groups.setdefault(rest[0], set()).update(rest[1:])
            elif kind in ("allow", "deny") and len(rest) > 2 and "..." not in rest[3:-1]:
                rules.append((kind == "allow", *rest[:3], rest[3:]))
            else:
                raise ValueError(f"{self.path}: {line!r}")
        return groups, rules

    def may(self, person, account, words):
        try:
            groups, rules = self._read()
        except (OSError, ValueError):
            return False
        person, account, *words = (word.strip().lower() for word in (person, account, *words))
        for allows, who, where, program, arguments in reversed(rules):
            people = groups.get(who[1:], ()) if who.startswith(":") else (who,)
            if person in people and where == account and words[:1] == [program] and fits(arguments, words[1:]):
                return allows
        return False

    def run(self, person, account, words):
        words = list(words)
        if not self.may(person, account, words):
            raise PermissionError(f"{person} may not run this as {account}")
        return subprocess.run(["become", account, *words], stdout=subprocess.PIPE, text=True).stdout


def fits(arguments, words):
    if arguments[-1:] == ["..."]:
        arguments = arguments[:-1]
        words = words[: len(arguments)]
    return len(arguments) == len(words) and all(one in ("*", word) for one, word in zip(arguments, words))
