import re

MOST = 400
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


class Basket:
    def __init__(self):
        self.findings = []

    def hear(self, nick, text):
        command, _, rest = text.strip().partition(" ")
        if command == "!found":
            words = rest.split(maxsplit=1)
            if len(words) < 2:
                return self.say("Please tell what and where")
            self.findings.append((words[0], words[1].strip(), nick))
            return self.say(f"{nick}: noted")
        if command == "!where":
            name = rest.strip()
            found = [f"{place} ({who})" for kind, place, who in self.findings if kind == name]
            return self.say(*found) if found else self.say(f"{name}: never seen")
        if command == "!last":
            if not self.findings:
                return self.say("Nothing yet")
            name, place, _ = self.findings[-1]
            return self.say(f"{name}: {place}")
        return b""

    def say(self, *lines):
        """One line of the server for each of ours, which is shown in the room whatever stands in it."""
        return b"".join(self.line(line) for line in lines)

    def line(self, text):
        text = CONTROL.sub(" ", text).strip()
        if text.startswith("/"):
            text = text[1:]
        return text.encode()[: MOST - 1].decode(errors="ignore").encode() + b"\n"
