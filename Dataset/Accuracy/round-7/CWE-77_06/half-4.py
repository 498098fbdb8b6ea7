import configparser
import io
from pathlib import Path


def checked(text):
    if "\n" in text or "\r" in text:
        raise ValueError("line breaks are not allowed")
    return text


class Exchange:
    def __init__(self, path):
        self._file = Path(path)

    def _parse(self):
        parser = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
        parser.read_file(self._file.read_text(encoding="utf-8").splitlines())
        return parser

    def set_greeting(self, shop, text):
        section, value = "shop " + checked(shop), checked(text).replace("$", "$$")
        parser = self._parse()
        if section not in parser.sections():
            parser.add_section(section)
        parser[section]["greeting"] = value
        out = io.StringIO()
        parser.write(out)
        self._file.write_bytes(out.getvalue().encode("utf-8"))

    def greeting(self, shop):
        return self._parse().get("shop " + shop, "greeting", fallback=None)

    def shops(self):
        return sorted(s[5:] for s in self._parse().sections() if s.startswith("shop "))
