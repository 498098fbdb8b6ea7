import asyncio
import string
import threading

ALPHABET = frozenset(string.ascii_letters + string.digits + "-_.@+")


async def _ask(name):
    process = await asyncio.create_subprocess_exec(
        "buoyread", name, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    if process.returncode != 0:
        return None
    return dict((key, float(number)) for key, number in
                (item.split("=") for item in output.decode().split()))


def _run(coroutine):
    """Runs it in a loop of its own thread, so that a running loop of the caller does not matter."""
    result = []
    worker = threading.Thread(target=lambda: result.append(asyncio.run(coroutine)))
    worker.start()
    worker.join()
    return result[0]


def read_buoy(name):
    if not name or not ALPHABET.issuperset(name):
        return None
    return _run(_ask(name))


def windiest(names):
    winds = [(name, (read_buoy(name) or {}).get("wind")) for name in names]
    winds = [pair for pair in winds if pair[1] is not None]
    return max(winds, key=lambda pair: pair[1])[0] if winds else None
