import shlex
import subprocess


def send(name, text, machines):
    if any("\0" in value for value in (name, text, *machines)):
        raise ValueError("a NUL cannot be sent")
    pipes = (
        shlex.join(["punch", "--from", name, "--", text]) + " | " + shlex.join(["teleprint", "--machine", machine])
        for machine in machines
    )
    return subprocess.check_output(["hall", "; ".join(pipes) + "; true"]).decode()
