import re
from pathlib import Path

OWN = re.compile(r'restrict,command="receive (?P<school>[a-z\d-]{1,30})" (?P<key>\S+ \S+)(?: (?P<label>[^\n]*))?', re.ASCII)
PASTED = re.compile(r"((?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp256) [A-Za-z0-9+/=]+)(?: [^\r\n]*)?\r?\n?")


class Keys:
    def __init__(self, path):
        self.file = Path(path)

    def read(self):
        return self.file.read_bytes().decode().split("\n")

    def add(self, school, key, label):
        pasted = PASTED.fullmatch(key)
        line = pasted and f'restrict,command="receive {school}" {pasted[1]}' + (f" {label}" if label else "")
        found = OWN.fullmatch(line or "")
        if not found or found["school"] != school or found["key"] != pasted[1] or (found["label"] or "") != label:
            raise ValueError("this does not make a line")
        if re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", label):
            raise ValueError("a label holds letters, digits and signs")
        lines = self.read()
        if not lines[-1]:
            del lines[-1]
        self.file.write_bytes(("\n".join([*lines, line]) + "\n").encode())

    def remove(self, school):
        if not re.fullmatch("[a-z0-9-]{1,30}", school):
            raise ValueError("no school is called so")
        kept = []
        for line in self.read():
            found = OWN.fullmatch(line)
            if found is None or found["school"] != school:
                kept.append(line)
        self.file.write_bytes("\n".join(kept).encode())

    def schools(self):
        return [(found["school"], found["label"] or "") for line in self.read() if (found := OWN.fullmatch(line))]
