import ast
import os
import subprocess


class Stove:
    def __init__(self, folder):
        self.start, self.env = os.path.join(folder, "start.sh"), os.path.join(folder, "stove.env")
        self.folder = folder

    def lines(self):
        if not os.path.isfile(self.env):
            return []
        return open(self.env, encoding="ascii").read().splitlines()

    def table(self):
        """Behind each command stands a comment with the text as Python writes it."""
        rows = (line.partition(" # ") for line in self.lines())
        return {command.partition("=")[0]: ast.literal_eval(text) for command, _, text in rows}

    def store(self, table):
        rows = []
        for name, text in table.items():
            octal = "".join(f"\\{byte:03o}" for byte in text.encode())
            rows.append(f"{name}=$(printf '{octal}.'); {name}=${{{name}%.}} # {ascii(text)}\n")
        with open(f"{self.env}.{os.getpid()}", "w", encoding="ascii") as file:
            file.writelines(rows)
        os.replace(file.name, self.env)

    def set(self, name, text):
        assert name.isascii() and name.isidentifier() and name == name.upper() and name.startswith("SAUNA_")
        if "\0" in text:
            raise ValueError("not in a variable")
        self.store(self.table() | {name: text})

    def get(self, name):
        return self.table().get(name)

    def remove(self, name):
        table = self.table()
        table.pop(name, None)
        self.store(table)

    def names(self):
        return sorted(self.table())

    def switch_on(self, programme):
        return subprocess.call(["sh", "start.sh", programme], executable="/bin/sh", cwd=self.folder) == 0
