import subprocess
from shlex import quote


def _check(value):
    if not isinstance(value, str):
        raise ValueError("not a string")
    if "\0" in value:
        raise ValueError("an argument cannot hold NUL")
    value.encode("utf-8")       # lone surrogates: UnicodeEncodeError, a ValueError
    return value


def send(name, text, machines):
    _check(name)
    _check(text)
    machines = [_check(machine) for machine in machines]
    # The same for all machines, but for the last argument
    pipe = (f"punch --from {quote(name)} -- {quote(text)}"
            " | teleprint --machine {machine}")
    line = "\n".join(pipe.replace("{machine}", quote(machine)) for machine in machines)
    done = subprocess.run([b"hall", line.encode("utf-8")],
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8")
