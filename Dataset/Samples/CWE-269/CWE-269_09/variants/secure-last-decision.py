import subprocess


def fit(pattern, words):
    if pattern and pattern[-1] == "...":
        return len(words) >= len(pattern) - 1 and fit(pattern[:-1], words[: len(pattern) - 1])
    if len(pattern) != len(words):
        return False
    for one, word in zip(pattern, words):
        if one != "*" and one != word:
            return False
    return True


class Permits:
    def __init__(self, path):
        self.path = path

    def may(self, person, account, words):
        try:
            with open(self.path, "rb") as file:
                lines = str(file.read(), "utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            return False
        members = []
        decided = {"name": False}
        rows = [[one for one in line.split(" ") if one] for line in lines if line[:1] != "#"]
        for row in filter(None, rows):
            if row[0] == "group" and len(row) >= 2:
                if person in row[2:]:
                    members.append(":" + row[1])
            elif row[0] not in ("allow", "deny") or len(row) < 4 or "..." in row[4:-1]:
                return False
        for row in filter(None, rows):
            if row[0] == "group":
                continue
            if row[1][0] == ":" and row[1] not in members or row[1][0] != ":" and row[1] != person:
                continue
            if row[2] == account and words and row[3] == words[0] and fit(row[4:], words[1:]):
                decided["name"] = row[0] == "allow"
        return decided["name"]

    def run(self, person, account, words):
        if not self.may(person, account, words):
            raise PermissionError
        done = subprocess.Popen(["become", account, *words], stdout=subprocess.PIPE)
        out, _ = done.communicate()
        return out.decode("utf-8")
