from dataclasses import dataclass

KINDS = ("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256")


@dataclass
class Line:
    text: str
    school: str = ""
    label: str = ""

    @classmethod
    def parse(cls, text):
        options, *rest = text.split(" ")
        if options != "restrict,command=\"receive" or len(rest) < 3 or not rest[0].endswith('"'):
            return cls(text)
        return cls(text, rest[0][:-1], " ".join(rest[3:]))


def is_school(name):
    return 0 < len(name) < 31 and all("a" <= sign <= "z" or "0" <= sign <= "9" or sign == "-" for sign in name)


class Keys:
    """The file is read once; nobody else writes to it."""

    def __init__(self, path):
        self.path = path
        with open(path, "rb") as file:
            lines = file.read().decode("utf-8").split("\n")
        if lines[-1] == "":
            lines.pop()
        self.lines = [Line.parse(line) for line in lines]

    def save(self, lines):
        data = "".join(line.text + "\n" for line in lines).encode("utf-8")
        with open(self.path, "wb") as file:
            file.write(data)
        self.lines = lines

    def add(self, school, key, label):
        words = key.split()
        if not is_school(school) or len(words) < 2 or words[0] not in KINDS:
            raise ValueError("no school, or no key")
        if not words[1].isascii() or words[1].strip("=+/").replace("+", "").replace("/", "").isalnum() is False:
            raise ValueError("no key")
        comment = "".join(sign for sign in label if sign.isprintable())
        text = f'restrict,command="receive {school}" {words[0]} {words[1]}'
        self.save([*self.lines, Line(f"{text} {comment}" if comment else text, school, comment)])

    def remove(self, school):
        if not is_school(school):
            raise ValueError("no school")
        self.save([line for line in self.lines if line.school != school])

    def schools(self):
        return [(line.school, line.label) for line in self.lines if line.school]
