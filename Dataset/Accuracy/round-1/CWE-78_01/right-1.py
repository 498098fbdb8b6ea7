import asyncio
import os
import re
from asyncio.subprocess import DEVNULL, PIPE

READING = re.compile(r"(\S+?)=(\S+)")


async def _ask(name):
    process = await asyncio.create_subprocess_exec("buoyread", name, stdin=DEVNULL, stdout=PIPE)
    output, _ = await process.communicate()
    return output.decode() if process.returncode == 0 else None


def read_buoy(name):
    try:
        if b"\0" in os.fsencode(name):
            return None
    except UnicodeEncodeError:
        return None
    line = asyncio.run(_ask(name))
    return line if line is None else {key: float(number) for key, number in READING.findall(line)}


def windiest(names):
    def winds():
        for name in names:
            match read_buoy(name):
                case {"wind": wind}:
                    yield wind, name
    return max(winds(), key=lambda pair: pair[0], default=(None, None))[1]
