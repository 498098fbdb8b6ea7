import re
import subprocess


def _rule_pattern(arguments):
    """Turns the arguments of a rule into a pattern for words, each of which is written with its length."""
    pieces = []
    for number, word in enumerate(arguments, 1):
        if word == "...":
            if number != len(arguments):
                raise ValueError("'...' has to be the last word")
            pieces.append("(?:W)*")
        elif word == "*":
            pieces.append("W")
        else:
            pieces.append("".join(f"{ord(sign):x}," for sign in word) + ";")
    return re.compile("".join(pieces).replace("W", "(?:[0-9a-f]+,)*;"))


def _numbers(words):
    # sign by sign, as numbers: nothing in a word can mean anything
    return "".join("".join(f"{ord(sign):x}," for sign in word) + ";" for word in words)


def _parse(text):
    members, rules = {}, []
    for line in text.split("\n"):
        if line == "" or line[0] == "#":
            continue
        first, *rest = filter(None, line.split(" ")) if line.strip(" ") else ("",)
        if first == "group" and rest:
            members.setdefault(rest[0], []).extend(rest[1:])
        elif first in {"allow", "deny"} and len(rest) > 2:
            who, account, program, *arguments = rest
            rules.append((first, who, account, program, _rule_pattern(arguments)))
        else:
            raise ValueError("this is no rule: " + line)
    return members, rules


class Permits:
    def __init__(self, path):
        def read():
            with open(path, encoding="utf-8", errors="strict", newline="\n") as file:
                return _parse(file.read())
        self._read = read

    def may(self, person, account, words):
        try:
            members, rules = self._read()
        except (OSError, ValueError):
            return False
        answer = "deny"
        if words:
            program, *arguments = words
            for kind, who, where, what, pattern in rules:
                if who[0] == ":":
                    hers = members.get(who[1:], [])
                else:
                    hers = [who]
                if person in hers and where == account and what == program and pattern.fullmatch(_numbers(arguments)):
                    answer = kind
        return answer == "allow"

    def run(self, person, account, words):
        frozen = [*words]
        if self.may(person, account, frozen) is not True:
            raise PermissionError(person)
        if any("\0" in word for word in (account, *frozen)):
            raise PermissionError("NUL")
        process = subprocess.Popen(["become", account, *frozen],
                                   stdout=subprocess.PIPE, text=True, encoding="utf-8", errors="replace")
        output, _ = process.communicate()
        return output
