import asyncio
import os


class SearchFailed(RuntimeError):
    pass


async def _ask(*words):
    process = await asyncio.create_subprocess_exec(
        "doughfind", *words, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    return process.returncode, output


def _hits(output):
    for line in filter(None, output.decode("utf-8", "replace").split("\n")):
        number, _, title = line.partition("\t")
        yield int(number), title


def find_recipes(shelf, term, limit):
    words = [f"--max={limit:d}", "--", os.fsencode(shelf), os.fsencode(term)]
    if any(b"\0" in word for word in words[2:]):
        return []
    try:
        status, output = asyncio.run(_ask(*words))
    except OSError as problem:
        raise SearchFailed("doughfind cannot be started") from problem
    match status:
        case 0:
            return list(_hits(output))
        case 1:
            return []
    raise SearchFailed(f"status {status}")
