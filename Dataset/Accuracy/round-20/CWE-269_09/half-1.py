"""Who may run which program as which machine's account."""
import subprocess


class _BadFile(Exception):
    pass


class Permits:
    def __init__(self, path):
        self._path = path

    def _lines(self):
        """The lines of the file as lists of words, without those that mean nothing."""
        try:
            with open(self._path, "rb") as file:
                text = file.read().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _BadFile(str(error)) from None
        lines = []
        for line in text.split("\n"):
            if line.startswith("#"):
                continue
            words = [word for word in line.split(" ") if word]
            if not words:
                continue
            if words[0] == "group":
                if len(words) < 2:
                    raise _BadFile("group without a name")
            elif words[0] in ("allow", "deny"):
                if len(words) < 4:
                    raise _BadFile("rule without a program")
            else:
                raise _BadFile("unknown line")
            lines.append(words)
        return lines

    @staticmethod
    def _fits(pattern, words):
        """Whether program and arguments fit those of a rule."""
        program, *arguments = pattern
        if "..." in arguments[:-1]:
            raise _BadFile("... before other arguments")
        if program != words[0]:
            return False
        rest = words[1:]
        if arguments and arguments[-1] == "...":
            arguments = arguments[:-1]
            rest = rest[:len(arguments)]
        if len(arguments) != len(rest):
            return False
        return all(a == "*" or a == b for a, b in zip(arguments, rest))

    def _decide(self, person, account, words):
        if not words:
            return False
        lines = self._lines()
        groups = {}
        for line in lines:
            if line[0] == "group":
                groups.setdefault(line[1], set()).update(line[2:])
        # The last line that fits decides, so we begin at the end.
        for kind, *rest in reversed(lines):
            if kind == "group":
                continue
            who, machine, *pattern = rest
            if who.startswith(":"):
                concerned = person in groups.get(who[1:], ())
            else:
                concerned = who == person
            if concerned and machine == account and self._fits(pattern, words):
                return kind == "allow"
        return False

    def may(self, person, account, words):
        try:
            return self._decide(person, account, list(words))
        except _BadFile:
            return False

    def run(self, person, account, words):
        words = list(words)
        if not self.may(person, account, words):
            raise PermissionError("not allowed")
        done = subprocess.run(["become", account, *words], stdout=subprocess.PIPE)
        return done.stdout.decode("utf-8", "replace")
