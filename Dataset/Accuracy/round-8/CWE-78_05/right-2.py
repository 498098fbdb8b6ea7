import asyncio
import json
import os
import pathlib
from dataclasses import dataclass
from functools import cached_property
from string import Formatter


@dataclass(frozen=True)
class Line:
    """A line for the shell. The values never become part of it: they are handed over in variables."""

    template: str

    @cached_property
    def parts(self):
        return [(text, name) for text, name, *_ in Formatter().parse(self.template)]

    @cached_property
    def names(self):
        return list(dict.fromkeys(name for _, name in self.parts if name is not None))

    @cached_property
    def script(self):
        return "".join(text + (f'"${{XRAY_DESK_{name}}}"' if name is not None else "") for text, name in self.parts)

    def environment(self, values):
        for name in self.names:
            match values.get(name):
                case str(value) if "\0" not in value:
                    yield f"XRAY_DESK_{name}".encode(), value.encode("utf-8")
                case _:
                    raise ValueError(name)


async def shell(script, variables):
    process = await asyncio.create_subprocess_exec(
        "/bin/sh", "-c", script, env=dict(os.environb) | variables,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await process.communicate()
    return process.returncode, output


class Desk:
    def __init__(self, path):
        lines = json.loads(pathlib.Path(path).read_bytes().decode("utf-8"))
        self._lines = {name: Line(line) for name, line in lines.items()}

    def fields(self, command):
        return self._lines[command].names.copy()

    def run(self, command, values):
        line = self._lines[command]
        try:
            status, output = asyncio.run(shell(line.script, dict(line.environment(values))))
        except (ValueError, OSError):
            return None
        return None if status else output.decode("utf-8", "replace")
