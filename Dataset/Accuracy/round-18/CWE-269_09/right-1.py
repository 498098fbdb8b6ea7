"""permits.py: the file becomes a list of predicates, asked from the end."""
from functools import partial
from pathlib import Path
from subprocess import PIPE, Popen


class BadLine(Exception):
    pass


class Anything:
    def __eq__(self, other):
        return True
    __hash__ = None


ANY = Anything()


class Line:
    def __init__(self, verdict, who, account, program, *arguments):
        *front, last = arguments or (None,)
        self.open_end = last == "..."
        if not self.open_end and arguments:
            front.append(last)
        if "..." in front:
            raise BadLine
        self.verdict, self.who, self.account = verdict, who, account
        self.words = [program] + [ANY if word == "*" else word for word in front]

    def concerns(self, groups, person, account, words):
        if self.who[:1] == ":":
            if person not in groups.get(self.who[1:], frozenset()):
                return False
        elif person != self.who:
            return False
        size = len(self.words)
        return (account == self.account
                and (len(words) >= size if self.open_end else len(words) == size)
                and all(mine == theirs for mine, theirs in zip(self.words, words)))


class Permits:
    KINDS = {"allow": partial(Line, True), "deny": partial(Line, False)}

    def __init__(self, path):
        self.path = Path(path)

    def _read(self):
        groups, lines = {}, []
        for text in self.path.read_bytes().decode().split("\n"):
            match [word for word in text.split(" ") if word]:
                case _ if text[:1] == "#":
                    pass
                case []:
                    pass
                case ["group", name, *people]:
                    groups[name] = groups.get(name, frozenset()).union(people)
                case ["allow" | "deny" as kind, who, account, program, *arguments]:
                    lines.append(self.KINDS[kind](who, account, program, *arguments))
                case _:
                    raise BadLine(text)
        return groups, lines

    def may(self, person, account, words):
        words = list(words)
        try:
            groups, lines = self._read()
        except (OSError, UnicodeError, BadLine):
            return False
        fitting = (line.verdict for line in reversed(lines)
                   if line.concerns(groups, person, account, words))
        return bool(words) and next(fitting, False)

    def run(self, person, account, words):
        command = ["become", account] + [*words]
        if not self.may(person, account, command[2:]):
            raise PermissionError(person)
        process = Popen(command, stdout=PIPE)
        return process.communicate()[0].decode(errors="replace")
