"""Values travel in the environment; the line only names the variables."""
import asyncio
import json
import logging
import os
import re
from functools import cached_property

log = logging.getLogger("desk")


class Command:
    def __init__(self, line):
        # text and names of placeholders in turn
        self._parts = re.split(r"\{([a-z_]+)\}", line)

    @cached_property
    def variables(self):
        return {name: f"DESK_VALUE_{number}"
                for number, name in enumerate(dict.fromkeys(self._parts[1::2]))}

    @cached_property
    def script(self):
        def pieces():
            for number, part in enumerate(self._parts):
                yield f'"${self.variables[part]}"' if number % 2 else part
        return "".join(pieces())

    async def execute(self, values):
        environment = os.environ | {v: values[name] for name, v in self.variables.items()}
        shell = await asyncio.create_subprocess_exec(
            "/bin/sh", "-c", self.script, env=environment, stdout=asyncio.subprocess.PIPE)
        output, _ = await shell.communicate()
        return output if shell.returncode == 0 else None


class Desk:
    def __init__(self, path):
        with open(path, "rb") as file:
            self._commands = {name: Command(line) for name, line in json.load(file).items()}

    def fields(self, command):
        return list(self._commands[command].variables)

    def run(self, command, values):
        for name, value in values.items():
            if "\0" in value or len(value) > 30_000:
                raise ValueError(f"the value of {name} cannot be an argument")
        output = asyncio.run(self._commands[command].execute(values))
        if output is None:
            log.info("%s ended with an error", command)
            return None
        return output.decode("utf-8", "replace")
