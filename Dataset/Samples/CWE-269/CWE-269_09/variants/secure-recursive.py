import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Rule:
    kind: str
    who: str
    where: str
    command: list

    def covers(self, words, pattern=None):
        pattern = self.command if pattern is None else pattern
        match pattern, words:
            case [], []:
                return True
            case ["..."], _ if pattern is not self.command:
                return True
            case [first, *more], [word, *others]:
                same = first == word or (first == "*" and pattern is not self.command)
                return same and self.covers(others, more)
        return False


def parse(text):
    people, rules = {}, []
    for line in text.replace("\r\n", "\n").split("\n"):
        fields = list(filter(None, line.split(" ")))
        match fields:
            case []:
                pass
            case [first, *_] if line[0] == "#":
                pass
            case ["group", name, *members]:
                for member in members:
                    people.setdefault(member, set()).add(":" + name)
            case ["allow" | "deny" as kind, who, where, program, *arguments]:
                if arguments.count("...") > ("..." in arguments[-1:]):
                    raise SyntaxError(line)
                rules.insert(0, Rule(kind, who, where, [program, *arguments]))
            case _:
                raise SyntaxError(line)
    return people, rules


class Permits:
    def __init__(self, path):
        self.path = Path(path)

    def decide(self, person, account, words):
        if not os.path.isfile(self.path):
            return "deny"
        people, rules = parse(self.path.read_bytes().decode("utf-8"))
        names = people.get(person, set()) | ({person} if person[:1] != ":" else set())
        fitting = (rule.kind for rule in rules if rule.who in names and rule.where == account and rule.covers(list(words)))
        return next(fitting, "deny")

    def may(self, person, account, words):
        try:
            return self.decide(person, account, words) == "allow"
        except (UnicodeError, SyntaxError, OSError):
            return False

    def run(self, person, account, words):
        if self.may(person, account, words):
            return subprocess.check_output(["become", account] + words).decode()
        raise PermissionError(person)
