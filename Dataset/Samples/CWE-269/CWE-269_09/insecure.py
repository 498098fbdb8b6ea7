import fnmatch
import subprocess


class Permits:
    def __init__(self, path):
        self.path = path

    def may(self, person, account, words):
        with open(self.path, encoding="utf-8") as file:
            lines = [line.split() for line in file if not line.startswith("#")]
        groups = [line[1] for line in lines if line[:1] == ["group"] and person in line[2:]]
        allowed = False
        for line in lines:
            if line[:1] not in (["allow"], ["deny"]):
                continue
            if line[1] not in (person, *(f":{group}" for group in groups)) or line[2] != account:
                continue
            pattern = " ".join(line[3:])
            if pattern.endswith(" ..."):
                pattern = pattern[:-4]
                fits = fnmatch.fnmatch(" ".join(words), pattern) or fnmatch.fnmatch(" ".join(words), pattern + " *")
            else:
                fits = fnmatch.fnmatch(" ".join(words), pattern)
            if fits:
                allowed = line[0] == "allow"
        return allowed

    def run(self, person, account, words):
        if not self.may(person, account, words):
            raise PermissionError(f"{person} may not run this as {account}")
        return subprocess.run(["become", account, *words], capture_output=True, text=True).stdout
