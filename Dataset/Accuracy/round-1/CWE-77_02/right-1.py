import asyncio
import os
import re

HIT = re.compile(r"(\d+)\t([^\n]*)\n?")


async def _doughfind(*words):
    process = await asyncio.create_subprocess_exec(
        "doughfind", *words, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    return process.returncode, output.decode("utf-8", "replace")


def find_recipes(shelf, term, limit):
    words = (shelf, term)
    if any("\0" in word for word in words):
        return []
    try:
        [os.fsencode(word) for word in words]
    except UnicodeEncodeError:
        return []
    try:
        status, text = asyncio.run(_doughfind(f"-n{limit:d}", "--", *words))
    except OSError as error:
        raise RuntimeError("doughfind cannot be run") from error
    if status == 1:
        return []
    if status:
        raise RuntimeError(f"doughfind ended with {status}")
    return [(int(number), title) for number, title in HIT.findall(text)]
