BEGIN = 'restrict,command="receive '


class Keys:
    def __init__(self, path):
        self.path = path

    def add(self, school, key, label):
        kind, data = key.split(" ", 2)[:2]
        line = f'{BEGIN}{school}" {kind} {data.strip()} {label}'.strip()
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(line + "\n")

    def lines(self):
        with open(self.path, encoding="utf-8") as file:
            return file.readlines()

    def remove(self, school):
        kept = [line for line in self.lines() if not line.startswith(f'{BEGIN}{school}"')]
        with open(self.path, "w", encoding="utf-8") as file:
            file.writelines(kept)

    def schools(self):
        found = []
        for line in self.lines():
            if line.startswith(BEGIN):
                school, _, rest = line.removeprefix(BEGIN).partition('" ')
                found.append((school, (rest.rstrip("\n").split(" ", 2) + [""])[2]))
        return found
