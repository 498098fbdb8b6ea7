import os
import tempfile
from dataclasses import dataclass


class Refused(Exception):
    pass


class SearchFailed(RuntimeError):
    pass


@dataclass(frozen=True)
class Operand:
    """A shelf or a term; neither can be an option."""
    text: str

    def __post_init__(self):
        if self.text.startswith("-") or "\0" in self.text:
            raise Refused(self.text)

    def __fspath__(self):
        return self.text


def spawn(arguments):
    with tempfile.TemporaryFile() as output:
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, output.fileno(), 1),
        ]
        try:
            child = os.posix_spawnp("doughfind", arguments, os.environ, file_actions=actions)
        except OSError as error:
            raise SearchFailed("doughfind cannot be started") from error
        _, status = os.waitpid(child, 0)
        output.seek(0)
        return os.waitstatus_to_exitcode(status), output.read()


def find_recipes(shelf, term, limit):
    try:
        operands = [Operand(shelf), Operand(term)]
    except Refused:
        return []
    status, output = spawn(["doughfind", "--max=" + str(int(limit)), "--", *map(os.fspath, operands)])
    if status not in (0, 1):
        raise SearchFailed(f"doughfind ended with {status}")
    rows = (row.split("\t", maxsplit=1) for row in output.decode().split("\n") if row) if status == 0 else ()
    return [(int(number), title) for number, title in rows]
