import base64
import pathlib
import subprocess


class Chronicle:
    def __init__(self, folder, index):
        self.folder = pathlib.Path(folder)
        self.index = pathlib.Path(index)

    def rows(self):
        """(label, names with a NUL behind each), as bytes."""
        if self.index.exists():
            for line in self.index.read_text("ascii").split():
                label, _, names = base64.b64decode(line).partition(b"\0")
                yield label.decode(), names

    def discs(self):
        return {label: names.decode().split("\0")[:-1] for label, names in self.rows()}

    def disc(self, label, names):
        subprocess.run(["xargs", "-0", "burn", "--label", label, "--"], input=names, cwd=self.folder, check=False)

    def burn(self, label):
        if "\0" in label:
            raise ValueError("NUL")
        with subprocess.Popen(("unburnt", "--null", str(self.folder)), stdout=subprocess.PIPE) as program:
            names = program.stdout.read().split(b"\0")[:-1]
        lines, discs = [], 0
        while names:
            discs += 1
            part = b"".join(name + b"\0" for name in names[:8])
            self.disc(f"{label} {discs}", part)
            lines.append(base64.b64encode(f"{label} {discs}".encode() + b"\0" + part).decode() + "\n")
            del names[:8]
        with self.index.open("a", encoding="ascii") as file:
            file.writelines(lines)
        return discs

    def again(self, label):
        self.disc(label, dict(self.rows())[label])
