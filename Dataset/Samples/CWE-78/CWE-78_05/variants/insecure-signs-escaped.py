import json
import re
import subprocess

SPECIAL = re.compile(r"([\s;|&$`\"'<>()*?#~%!\[\]{}=])")


class Desk:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.commands = json.load(file)

    def fields(self, command):
        return list(dict.fromkeys(re.findall(r"\{([a-z_]+)\}", self.commands[command])))

    def quoted(self, value):
        if "\n" in value:
            return "'" + value.replace("'", "'\"'\"'") + "'"
        return SPECIAL.sub(r"\\\1", value) or "''"

    def run(self, command, values):
        line = re.sub(r"\{([a-z_]+)\}", lambda found: self.quoted(values[found[1]]), self.commands[command])
        result = subprocess.run(line, shell=True, capture_output=True, text=True)
        return result.stdout if result.returncode == 0 else None
