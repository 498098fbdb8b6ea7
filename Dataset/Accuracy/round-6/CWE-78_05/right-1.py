import json
import logging
import os
import re
import subprocess
from dataclasses import dataclass, field

log = logging.getLogger("desk")


@dataclass(frozen=True)
class Line:
    text: str
    names: tuple = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "names", tuple(dict.fromkeys(self.pieces()[1::2])))

    def pieces(self):
        return re.split(r"\{([a-z_]+)\}", self.text)

    @property
    def script(self):
        return "".join('"${desk_value_' + p + '}"' if i % 2 else p for i, p in enumerate(self.pieces()))

    def environment(self, values):
        for name in self.names:
            value = values.get(name)
            if not isinstance(value, str):
                raise ValueError(f"{name}: a string is needed")
            raw = value.encode("utf-8")
            if 0 in raw:
                raise ValueError(f"{name}: NUL")
            yield b"desk_value_" + name.encode(), raw


class Desk:
    def __init__(self, path):
        with open(path, "rb") as f:
            self._lines = {k: Line(v) for k, v in json.loads(f.read().decode("utf-8")).items()}

    def fields(self, command):
        return [*self._lines[command].names]

    def run(self, command, values):
        line = self._lines[command]
        env = {**os.environb, **dict(line.environment(values))}
        log.debug("running %s", line.script)
        try:
            with subprocess.Popen(line.script, shell=True, env=env, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE) as process:
                printed, _ = process.communicate()
        except OSError as error:
            log.warning("%s: %s", command, error)
            return None
        return None if process.returncode else str(printed, "utf-8", "replace")
