import asyncio
import os
import threading


async def _search(arguments):
    try:
        process = await asyncio.create_subprocess_exec(
            "doughfind", *arguments,
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL)
    except OSError as error:
        raise RuntimeError("doughfind does not start") from error
    output, _ = await process.communicate()
    return process.returncode, output


def _apart(coroutine):
    """Runs the coroutine in a thread, so that the caller may have an event loop of his own."""
    box = {}

    def work():
        try:
            box["value"] = asyncio.run(coroutine)
        except BaseException as error:
            box["error"] = error

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if "error" in box:
        raise box["error"]
    return box["value"]


def find_recipes(shelf, term, limit):
    typed = (shelf, term)
    if any("\0" in text for text in typed):
        return []
    try:
        arguments = [os.fsencode(f"--max={limit:d}"), b"--", *map(os.fsencode, typed)]
    except UnicodeEncodeError:
        return []
    status, output = _apart(_search(arguments))
    if status not in {0, 1}:
        raise RuntimeError(f"status {status}")
    lines = filter(None, output.decode("utf-8", "replace").split("\n")) if status == 0 else ()
    return [(int(number), title) for number, _, title in (line.partition("\t") for line in lines)]
