import asyncio
import re

NAME = re.compile(r"[\w.@+-]+")


async def _ask(name):
    process = await asyncio.create_subprocess_exec(
        "buoyread", name, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    return None if process.returncode else output.decode()


def read_buoy(name):
    if not NAME.fullmatch(name):
        return None
    line = asyncio.run(_ask(name))
    if line is None:
        return None
    return {key: float(number) for key, number in re.findall(r"(\S+?)=(\S+)", line)}


def windiest(names):
    def wind(name):
        return (read_buoy(name) or {}).get("wind")
    found = [(value, -place) for place, value in enumerate(map(wind, names)) if value is not None]
    return names[-max(found)[1]] if found else None
