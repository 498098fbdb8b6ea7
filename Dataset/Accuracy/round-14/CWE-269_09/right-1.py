"""permits: the file is read anew for each call, from its end to its beginning."""
import os
import re
import shutil
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

WORD = re.compile(rb"[^ ]+")


class Broken(Exception):
    pass


@dataclass(frozen=True)
class Rule:
    verdict: bool
    who: bytes
    fixed: tuple       # account, program and arguments; None stands for any one word
    more: bool

    @classmethod
    def of(cls, kind, who, account, program, *arguments):
        more = bool(arguments) and arguments[-1] == b"..."
        if more:
            arguments = arguments[:-1]
        if b"..." in arguments:
            raise Broken("... is not the last word")
        fixed = (account, program) + tuple(None if one == b"*" else one for one in arguments)
        return cls(kind == b"allow", who, fixed, more)

    def fits(self, names, asked):
        if self.who not in names or len(asked) < len(self.fixed):
            return False
        if len(asked) > len(self.fixed) and not self.more:
            return False
        return not any(mine is not None and mine != theirs for mine, theirs in zip(self.fixed, asked))


def _signs(text):
    if not isinstance(text, str):
        raise TypeError("a string is needed")
    return text.encode("utf-8", "surrogatepass")      # never equal to anything that is UTF-8


class Permits:
    def __init__(self, path):
        self.path = Path(path)

    def _read(self):
        data = self.path.read_bytes()
        data.decode("utf-8", "strict")
        belongs, rules = defaultdict(set), []
        for line in data.split(b"\n"):
            if line[:1] == b"#" or not line:
                continue
            match WORD.findall(line):
                case [b"group", name, *people]:
                    for one in people:
                        belongs[one].add(name)
                case [(b"allow" | b"deny") as kind, who, account, program, *arguments]:
                    rules.append(Rule.of(kind, who, account, program, *arguments))
                case _:
                    raise Broken(line)
        return belongs, rules

    def _decide(self, person, account, words):
        if not words:
            return False
        me, asked = _signs(person), tuple(map(_signs, (account, *words)))
        belongs, rules = self._read()
        names = {b":" + group for group in belongs.get(me, ())}
        if not me.startswith(b":"):
            names.add(me)
        return next((rule.verdict for rule in reversed(rules) if rule.fits(names, asked)), False)

    def may(self, person, account, words):
        try:
            return self._decide(person, account, tuple(words))
        except (OSError, UnicodeError, Broken, TypeError):
            return False

    def run(self, person, account, words):
        asked = tuple(words)
        if not self.may(person, account, asked):
            raise PermissionError("this is not allowed")
        argv = ("become", account) + asked
        if any("\0" in one for one in argv):
            raise ValueError("no program can be given a NUL")
        become = shutil.which("become")
        if become is None:
            raise FileNotFoundError("become")
        reading, writing = os.pipe()
        with open(reading, "rb") as output:
            try:
                child = os.posix_spawn(become, argv, os.environ,
                                       file_actions=[(os.POSIX_SPAWN_DUP2, writing, 1)])
            finally:
                os.close(writing)
            printed = output.read()
        os.waitpid(child, 0)
        return printed.decode("utf-8", "backslashreplace")
