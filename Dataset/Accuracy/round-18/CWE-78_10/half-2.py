"""Sends a visitor's message to the machines in hall 2."""
import shlex
import subprocess

HEAD = """\
name={name}
text={text}
"""
STEP = """\
punch --from "$name" -- "$text" | teleprint --machine {machine}
"""
LONGEST = 100_000       # bytes of one argument; Linux takes some more


def _fill(template, **values):
    """Puts values into a template, each as one word for the shell.

    (`str.format` would be in the way of braces that the shell needs.)
    """
    for key, value in values.items():
        template = template.replace("{" + key + "}", shlex.quote(value))
    return template


def _check(value):
    if "\0" in value:
        raise ValueError("no NUL in arguments of a program")
    value.encode("utf-8")


def send(name, text, machines):
    for value in (name, text, *machines):
        _check(value)
    line = _fill(HEAD, name=name, text=text)
    for machine in machines:
        line += _fill(STEP, machine=machine)
    line = line.encode("utf-8")
    if len(line) > LONGEST:
        raise ValueError("too long")
    done = subprocess.run(["hall", line], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False)
    return done.stdout.decode("utf-8")
