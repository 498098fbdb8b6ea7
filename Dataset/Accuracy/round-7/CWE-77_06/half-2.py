import configparser
import re

GREETING = re.compile(r"greeting\s*[=:]", re.IGNORECASE)


class Exchange:
    def __init__(self, path):
        self._path = path

    def _read(self):
        parser = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
        parser.read(self._path, encoding="utf-8")
        return parser

    def greeting(self, shop):
        return self._read().get("shop " + shop, "greeting", fallback=None)

    def shops(self):
        return sorted(s.removeprefix("shop ") for s in self._read().sections() if s.startswith("shop "))

    def set_greeting(self, shop, text):
        if re.search(r"[\r\n]", shop + text):
            raise ValueError("a name and a greeting are one line each")
        header = f"[shop {shop}]"
        entry = "greeting = " + text.replace("$", "$$") + "\n"
        with open(self._path, encoding="utf-8") as file:
            lines = file.readlines()
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        start = next((i for i, line in enumerate(lines) if line.startswith(header)), None)
        if start is None:
            lines += ["\n", header + "\n", entry]
        else:
            end = next((i for i in range(start + 1, len(lines)) if lines[i].startswith("[")), len(lines))
            body, dropping = [entry], False
            for line in lines[start + 1:end]:
                if GREETING.match(line):
                    dropping = True
                elif line.strip() and not line[0].isspace():
                    dropping = False
                if not dropping:
                    body.append(line)
            lines[start + 1:end] = body
        data = "".join(lines).encode("utf-8")
        with open(self._path, "wb") as file:
            file.write(data)
