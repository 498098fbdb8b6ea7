import configparser
import io
import os
import re


class Exchange:
    def __init__(self, path):
        self._path = path

    def _read(self, interpolation):
        parser = configparser.ConfigParser(interpolation=interpolation)
        with open(self._path, encoding="utf-8") as file:
            parser.read_file(file)
        return parser

    @staticmethod
    def _line(text, what):
        if re.search(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text):
            raise ValueError(f"{what} has to be one line")
        return text

    def set_greeting(self, shop, text):
        section = "shop " + self._line(shop, "a name")
        if not shop.strip() or text != text.strip():
            raise ValueError("blanks")
        # a single $ would begin a reference; $$ stands for the sign itself
        value = re.sub(r"(?<!\$)\$(?!\$)", "$$", self._line(text, "a greeting"))
        parser = self._read(None)
        if not parser.has_section(section):
            parser.add_section(section)
        parser.set(section, "greeting", value)
        out = io.StringIO()
        parser.write(out)
        data = out.getvalue().encode("utf-8")
        with open(self._path + ".new", "wb") as file:
            file.write(data)
        os.replace(self._path + ".new", self._path)

    def greeting(self, shop):
        return self._read(configparser.ExtendedInterpolation()).get(
            "shop " + shop, "greeting", fallback=None)

    def shops(self):
        return sorted(s[5:] for s in self._read(None).sections() if s.startswith("shop "))
