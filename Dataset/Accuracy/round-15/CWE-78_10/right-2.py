import errno
import os
import tempfile

# Everything stands in the line, in single quotes, in which a POSIX shell reads nothing.


class NotAnArgument(ValueError):
    pass


def _quoted(value):
    pieces = value.split("'")
    return r"\'".join(f"'{piece}'" for piece in pieces)


def _script(name, text, machines):
    yield f"from={_quoted(name)} message={_quoted(text)}"
    yield "tape() {"
    yield '  punch --from "$from" -- "$message" | teleprint --machine "$1"'
    yield "}"
    for machine in machines:
        yield f"tape {_quoted(machine)}"


def send(name, text, machines):
    line = "\n".join(_script(name, text, machines))
    try:
        line = line.encode("utf-8", "strict")
    except UnicodeEncodeError:
        raise NotAnArgument("half a sign") from None
    if b"\x00" in line:
        raise NotAnArgument("NUL")
    with tempfile.TemporaryFile() as out:
        nothing = os.open(os.devnull, os.O_RDONLY)
        try:
            child = os.posix_spawnp("hall", [b"hall", line], os.environ, file_actions=[
                (os.POSIX_SPAWN_DUP2, nothing, 0), (os.POSIX_SPAWN_DUP2, out.fileno(), 1)])
        except OSError as error:
            if error.errno == errno.E2BIG:
                raise NotAnArgument("too long") from None
            raise
        finally:
            os.close(nothing)
        os.waitpid(child, 0)
        out.seek(0)
        return out.read().decode("utf-8")
