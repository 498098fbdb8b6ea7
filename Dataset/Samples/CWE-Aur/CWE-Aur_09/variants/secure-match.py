"""One function that goes through all commands of a text."""
NAMES = "sky login logout show light up keep scene again".split()


def full(word):
    known = [name for name in NAMES if name.startswith(word.lower())] if word.isascii() and word else []
    return known[0] if len(known) == 1 or known and known[0] == word.lower() else "?"


class Projector:
    def __init__(self, operators):
        self.words = {**operators}
        self.show = "none"
        self.light = 0
        self.scenes = {}

    def connect(self):
        return Connection(self)


class Connection:
    def __init__(self, projector):
        self._projector, self._logged_in, self._last = projector, False, None

    def say(self, text):
        answers = []
        for part in text.split(";"):
            words = part.split()
            command = [full(words[0]), *words[1:]] if words else ["?"]
            if command == ["again"]:
                command = self._last or ["?"]
            elif command[0] not in ("again", "login", "logout"):
                self._last = command
            answers.append(self._visitor(command) or (self._logged_in and self._operator(command)) or "no")
        return answers

    def _visitor(self, command):
        match command:
            case ["sky"]:
                return f"{self._projector.show} {self._projector.light}"
            case ["login", *rest]:
                self._logged_in = len(rest) == 2 and self._projector.words.get(rest[0], ...) == rest[1]
                return "ok" if self._logged_in else "no"
            case ["logout"]:
                self._logged_in = False
                return "ok"
        return None

    def _operator(self, command):
        one = self._projector
        match command:
            case ["show", name] if name.isalnum():
                one.show = name
            case ["light", level] if level.isascii() and level.isdigit() and int(level) <= 100:
                one.light = int(level)
            case ["up"]:
                one.light = min(100, one.light + 10)
            case ["keep", name] if name.isalnum():
                one.scenes[name] = (one.show, one.light)
            case ["scene", name] if name in one.scenes:
                one.show, one.light = one.scenes[name]
            case _:
                return None
        return "ok"
