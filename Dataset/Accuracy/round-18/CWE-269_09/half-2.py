import re
import subprocess

_END = "\x1f"       # the sign that ASCII has to separate units


class Permits:
    def __init__(self, path):
        self.path = path

    def _rules(self):
        """All rules of the file, as it is now: (allows, people, account, expression)."""
        with open(self.path, "rb") as file:
            text = file.read().decode("utf-8")
        groups, rules = {}, []
        for line in text.split("\n"):
            words = [word for word in line.split(" ") if word]
            if not words or line.startswith("#"):
                continue
            kind, *words = words
            if kind == "group" and words:
                groups.setdefault(words[0], set()).update(words[1:])
            elif kind in ("allow", "deny") and len(words) > 2:
                rules.append((kind == "allow", words[0], words[1], self._expression(words[2], words[3:])))
            else:
                raise ValueError("not a rule")
        for allows, who, account, expression in rules:
            people = groups.get(who[1:], set()) if who.startswith(":") else {who}
            yield allows, people, account, expression

    @staticmethod
    def _expression(program, arguments):
        """Each word of a command is followed by _END; so a rule is one expression."""
        result = re.escape(program + _END)
        for place, word in enumerate(arguments, 1):
            if word == "...":
                if place < len(arguments):
                    raise ValueError("... stands before other arguments")
                result += f"(?:[^{_END}]*{_END})*"
            elif word == "*":
                result += f"[^{_END}]*{_END}"
            else:
                result += re.escape(word + _END)
        return re.compile(result)

    def may(self, person, account, words):
        command = "".join(word + _END for word in words)
        allowed = False
        try:
            for allows, people, where, expression in self._rules():
                if person in people and account == where and expression.fullmatch(command):
                    allowed = allows
        except (OSError, ValueError):
            return False
        return allowed

    def run(self, person, account, words):
        words = tuple(words)
        if not self.may(person, account, words):
            raise PermissionError(f"{person} may not do this")
        with subprocess.Popen(["become", account, *words], stdout=subprocess.PIPE) as process:
            return process.stdout.read().decode("utf-8", "replace")
