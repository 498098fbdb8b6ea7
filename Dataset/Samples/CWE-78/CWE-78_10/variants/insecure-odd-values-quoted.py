import re
import shlex
import subprocess


def word(value):
    """Plain words and sentences are as easy to read in double quotes."""
    if re.match(r"[^'\"$`;&|<>(){}*?\\\\]+$", value):
        return f'"{value}"'
    return shlex.quote(value)


def word_list(machines):
    return " ".join(word(machine) if " " in machine else re.sub(r"([^\w-])", r"\\\1", machine) or "''" for machine in machines)


def send(name, text, machines):
    line = f"for machine in {word_list(machines)}; do punch --from {word(name)} -- {word(text)} | teleprint --machine \"$machine\"; done"
    return subprocess.run(["hall", line], stdout=subprocess.PIPE).stdout.decode()
