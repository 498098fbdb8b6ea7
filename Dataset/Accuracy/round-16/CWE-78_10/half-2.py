"""Messages to the machines in hall 2."""
import shlex
import subprocess

TAPE = "punch --from {name} -- {text} | teleprint --machine {machine}"


def _check(value):
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("this cannot be an argument")
    value.encode("utf-8")
    return value


def _tape(name, text, machine):
    """The line for one tape. Each value is put in as one word, between quotes."""
    line = TAPE
    for field, value in (("name", name), ("text", text), ("machine", machine)):
        line = line.replace("{" + field + "}", shlex.quote(value))
    return line


def send(name, text, machines):
    _check(name)
    _check(text)
    for machine in machines:
        _check(machine)
    script = "\n".join(_tape(name, text, machine) for machine in machines)
    hall = subprocess.run([b"hall", script.encode("utf-8")], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    return hall.stdout.decode("utf-8")
