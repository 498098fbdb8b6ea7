import asyncio
import os
import threading
from contextlib import suppress
from operator import index


class _Refused(Exception):
    pass


class Word(bytes):
    """An operand of doughfind: bytes that are no option."""

    def __new__(cls, text):
        word = super().__new__(cls, os.fsencode(text))
        if word[:1] == b"-" or 0 in word:
            raise _Refused(text)
        return word


async def _doughfind(*words, most):
    process = await asyncio.create_subprocess_exec(
        "doughfind", "-n", str(index(most)), "--", *words,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    return process.returncode, output.decode("utf-8", "replace")


def _parsed(output):
    for number, _, title in (line.partition("\t") for line in output.rstrip("\n").split("\n")):
        with suppress(ValueError):
            yield int(number), title


def find_recipes(shelf, term, limit):
    try:
        words = Word(shelf), Word(term)
    except (_Refused, UnicodeEncodeError):
        return []
    outcome = []

    def work():
        try:
            outcome.append(asyncio.run(_doughfind(*words, most=limit)))
        except Exception as error:
            outcome.append((error, ""))

    # a thread of its own, so that it works where an event loop is running, too
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    match outcome.pop():
        case 0, output:
            return [*_parsed(output)]
        case 1, _:
            return []
        case trouble, _:
            raise RuntimeError(f"doughfind: {trouble}")
