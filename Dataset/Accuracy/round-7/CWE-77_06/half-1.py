import configparser
import re


class Exchange:
    def __init__(self, path):
        self.path = path

    def _load(self):
        parser = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
        parser.read(self.path, encoding="utf-8")
        return parser

    def set_greeting(self, shop, text):
        for typed in (shop, text):
            if "\n" in typed or "\r" in typed:
                raise ValueError("only one line is allowed")
            typed.encode("utf-8")
        parser = self._load()
        section = f"shop {shop}"
        if not parser.has_section(section):
            parser.add_section(section)
        # a dollar is written as two; those that already are stay as they are
        parser.set(section, "greeting", re.sub(r"(?<!\$)\$(?!\$)", "$$", text))
        with open(self.path, "w", encoding="utf-8") as file:
            parser.write(file)

    def greeting(self, shop):
        return self._load().get(f"shop {shop}", "greeting", fallback=None)

    def shops(self):
        return sorted(s[5:] for s in self._load().sections() if s.startswith("shop "))
