import asyncio
import shlex


async def _bundle(station, words):
    link = await asyncio.create_subprocess_exec(
        "stationlink", station, shlex.join(["bundle", *words]), stdout=asyncio.subprocess.PIPE)
    printed, _ = await link.communicate()
    return int(printed) if link.returncode == 0 else None


async def _total(station, folder, names):
    total = 0
    for begin in range(0, len(names), 10):
        size = await _bundle(station, (folder, *names[begin:begin + 10]))
        if size is None:
            return None
        total += size
    return total


def bundle_size(station, folder, names):
    return asyncio.run(_total(station, folder, names))
