import re

TYPES = ("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256")
SCHOOL = re.compile("[a-z0-9-]{1,30}")
BASE64 = re.compile("[A-Za-z0-9+/]+={0,2}")
LINE = re.compile(r'restrict,command="receive ([a-z0-9-]{1,30})" \S+ \S+(?: (.*))?')


class Keys:
    def __init__(self, path):
        self.path = path

    def lines(self):
        with open(self.path, encoding="utf-8", newline="\n") as file:
            return file.read().removesuffix("\n").split("\n")

    def write(self, lines):
        with open(self.path, "w", encoding="utf-8", newline="\n") as file:
            file.write("".join(f"{line}\n" for line in lines))

    def check(self, school):
        school = school.strip()
        if not SCHOOL.fullmatch(school):
            raise ValueError("this is no name of a school")

    def add(self, school, key, label):
        self.check(school)
        kind, data, *_ = [*key.removesuffix("\n").split(" "), "", ""]
        if kind not in TYPES or not BASE64.fullmatch(data) or not key.removesuffix("\n").isprintable():
            raise ValueError("this is no public key")
        if not label.isprintable():
            raise ValueError("a label is one line")
        line = f'restrict,command="receive {school}" {kind} {data} {label}'
        self.write([*self.lines(), line.rstrip(" ")])

    def school(self, line):
        found = LINE.fullmatch(line)
        return (found[1], found[2] or "") if found else None

    def remove(self, school):
        self.check(school)
        self.write([line for line in self.lines() if (self.school(line) or ("", ""))[0] != school])

    def schools(self):
        return [pair for line in self.lines() if (pair := self.school(line))]
