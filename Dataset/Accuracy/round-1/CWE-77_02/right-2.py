import logging
import subprocess
from typing import NamedTuple

log = logging.getLogger(__name__)


class Recipe(NamedTuple):
    number: int
    title: str

    @classmethod
    def parse(cls, line):
        number, title = line.split("\t", maxsplit=1)
        return cls(int(number), title)


def refused(text):
    return text[:1] in ("", "-") or "\x00" in text


def find_recipes(shelf, term, limit):
    if refused(shelf) or refused(term):
        log.warning("refused: %r %r", shelf, term)
        return []
    command = ["doughfind", "--max=%d" % limit, "--"]
    command.extend((shelf, term))
    try:
        output = subprocess.check_output(command, stdin=subprocess.DEVNULL)
    except subprocess.CalledProcessError as error:
        if error.returncode == 1:
            return []
        raise RuntimeError("search failed") from error
    except OSError as error:
        raise RuntimeError("no search program") from error
    return [Recipe.parse(line) for line in output.decode().split("\n") if line]
