import os
import subprocess


class Workshop:
    def __init__(self, folder, book):
        self.folder = folder
        self.book = open(book, "a+", encoding="utf-8")

    def note(self, line):
        self.book.write(line + "\n")
        self.book.flush()

    def _run(self, *command, stdin=subprocess.DEVNULL):
        environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        return subprocess.run(
            command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**environment, "ORGAN": "wb-20"}
        )

    def apply(self, program, tune):
        with open(os.path.join(self.folder, tune), "rb") as file:
            done = self._run(program, "--tune", tune, stdin=file)
        if done.returncode != 0:
            raise RuntimeError(f"{program} ended with {done.returncode}")
        self.note(f"{program}: {tune}")
        return done.stdout

    def version(self, program):
        output = subprocess.check_output(
            [program, "--version"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ, ORGAN="wb-20")
        )
        lines = output.decode("utf-8", "replace").splitlines()
        return lines[0] if lines else ""
