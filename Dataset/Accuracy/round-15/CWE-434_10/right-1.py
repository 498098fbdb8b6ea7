import enum
import os
import re
import threading
from itertools import count


class _Kind(enum.Enum):
    SETUP = re.compile(r"(?P<stem>[\w-][\w.-]*)(?P<ending>\.(?:[iI][nN][iI]|[cC][fF][gG]|[tT][xX][tT]))", re.ASCII)
    PLAIN = re.compile(r"(?P<stem>[\w-]+)(?P<ending>)", re.ASCII)


_one_at_a_time = threading.RLock()


def _candidates(stem, ending):
    yield stem + ending
    yield from (f"{stem}-{n}{ending}" for n in count(2))


def store(folder, filename, data):
    *_, last = re.split(r"/|\\", filename)
    name = re.sub(r"[^\w.-]", "", last.replace("\x20", "-"), flags=re.ASCII)
    match = next(filter(None, (kind.value.fullmatch(name) for kind in _Kind)), None)
    if match is None or name.upper() == "PHP.INI":
        return None
    with _one_at_a_time:
        there = {entry.name.upper() for entry in os.scandir(folder)}
        for candidate in _candidates(match["stem"], match["ending"]):
            if candidate.upper() in there:
                continue
            try:
                fd = os.open(os.path.join(folder, candidate), os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
            except FileExistsError:
                continue
            except OSError:
                return None
            with os.fdopen(fd, "wb") as file:
                file.write(data)
            return candidate
