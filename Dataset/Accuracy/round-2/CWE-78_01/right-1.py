import asyncio
import os
from asyncio.subprocess import DEVNULL, PIPE


async def _run(*argv):
    process = await asyncio.create_subprocess_exec(
        *argv, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL)
    output, _ = await process.communicate()
    if process.returncode:
        raise LookupError(argv[-1])
    return os.fsdecode(output)


def read_buoy(name):
    try:
        line = asyncio.run(_run("buoyread", name))
    except (LookupError, ValueError, OSError):
        return None
    return {key: float(number) for key, number in (pair.split("=", 1) for pair in line.split())}


def windiest(names):
    def candidates():
        for name in names:
            match read_buoy(name):
                case {"wind": wind}:
                    yield wind, name

    best = max(candidates(), key=lambda candidate: candidate[0], default=(None, None))
    return best[1]
