import json
import re
import subprocess

FIELD = re.compile(r"\{([a-z_]+)\}")
END = "END_OF_DESK_VALUE"


class Desk:
    """Values never become part of the command: it reads them from shell variables."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as f:
            self._commands = json.load(f)

    def fields(self, command):
        return list(dict.fromkeys(FIELD.findall(self._commands[command])))

    def run(self, command, values):
        script = []
        for name in self.fields(command):
            value = values[name]
            if "\0" in value:
                raise ValueError("NUL in the value of " + name)
            # The quoted delimiter keeps the shell from expanding anything; the full stop keeps line ends.
            script.append(f"desk_{name}=$(cat <<'{END}'\n{value}.\n{END}\n)")
            script.append(f"desk_{name}=${{desk_{name}%.}}")
        script.append(FIELD.sub(r'"${desk_\1}"', self._commands[command]))
        done = subprocess.run(
            ["/bin/sh", "-c", "\n".join(script)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        )
        if done.returncode != 0:
            return None
        return done.stdout.decode("utf-8", errors="replace")
