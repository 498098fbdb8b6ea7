"""What a fake program on the PATH does: report the call to the tester, then behave as it says.

Checks call fake programs by the dozen, and an interpreter's start is most of what that takes. So nothing is imported
here but what is built in: `json`, `os` and `socket` would treble it. A report is a row of fields, each with its length
before it, and all together again: working directory, standard input, number of arguments, arguments, `NAME=value`s.
"""

import posix
import select
import sys

import _socket

_SOCKET = "/box/bin/.calls"
_OURS = b"LD_LIBRARY_PATH"
_SECONDS_FOR_STDIN = 0.2
_MOST_FROM_STDIN = 1 << 20
_KIND, _REGULAR, _FIFO, _SOCKET_KIND = 0o170000, 0o100000, 0o010000, 0o140000


def main() -> None:
    script, *given = sys.argv[1:]
    argv = [script.rpartition("/")[2], *given]
    stdin = read_stdin()
    exit_code, stdout, code = exchange(argv, stdin)
    if code:
        exec(compile(code, script, "exec"), {"__name__": "__main__", "argv": argv, "stdin": stdin})
    sys.stdout.write(stdout)
    sys.stdout.flush()
    sys.exit(exit_code)


def read_stdin() -> bytes:
    """What was piped in. A caller that leaves its own input open is not waited for."""
    try:
        kind = posix.fstat(0).st_mode & _KIND
    except OSError:
        return b""
    if kind == _REGULAR:
        return posix.read(0, _MOST_FROM_STDIN)
    read = b""
    if kind in (_FIFO, _SOCKET_KIND):
        while len(read) < _MOST_FROM_STDIN and select.select([0], [], [], _SECONDS_FOR_STDIN)[0]:
            chunk = posix.read(0, 1 << 16)
            if not chunk:
                break
            read += chunk
    return read


def environment() -> list[bytes]:
    found = {name: value for name, value in posix.environ.items() if name != _OURS}
    if found.get(b"LC_CTYPE") == b"C.UTF-8" and b"LANG" not in found and b"LC_ALL" not in found:
        del found[b"LC_CTYPE"]  # set by this interpreter itself
    return [name + b"=" + value for name, value in found.items()]


def field(content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + content


def exchange(argv: list[str], stdin: bytes) -> tuple[int, str, str]:
    """Reports, and returns exit code, output and program to run."""
    arguments = [one.encode(sys.getfilesystemencoding(), "surrogateescape") for one in argv]
    fields = [posix.getcwdb(), stdin, b"%d" % len(arguments), *arguments, *environment()]
    channel = _socket.socket(_socket.AF_UNIX)
    channel.connect(_SOCKET)
    channel.sendall(field(b"".join(map(field, fields))))
    received = b""
    while chunk := channel.recv(1 << 16):
        received += chunk
    channel.close()
    if len(received) < 8:
        sys.exit("the tester did not answer")
    end = 8 + int.from_bytes(received[4:8], "big")
    return int.from_bytes(received[:4], "big", signed=True), received[8:end].decode(), received[end:].decode()


main()
