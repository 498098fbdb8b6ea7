import configparser
import io


class Exchange:
    PREFIX = "shop "

    def __init__(self, path):
        self.path = path

    @property
    def settings(self):
        settings = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
        settings.read(self.path, encoding="utf-8")
        return settings

    def set_greeting(self, shop, text):
        if not self._one_line(text):
            raise ValueError("a greeting is one line")
        if "\n" in shop:
            raise ValueError("a name is one line")
        settings = self.settings
        section = self.PREFIX + shop
        if section not in settings:
            settings[section] = {}
        settings[section]["greeting"] = text.replace("$", "$$")
        buffer = io.StringIO()
        settings.write(buffer)
        data = buffer.getvalue().encode("utf-8")
        with open(self.path, "wb") as file:
            file.write(data)

    @staticmethod
    def _one_line(text):
        # read as the exchange reads, with all kinds of line breaks
        return len(io.StringIO(text + "|", newline=None).readlines()) == 1

    def greeting(self, shop):
        return self.settings.get(self.PREFIX + shop, "greeting", fallback=None)

    def shops(self):
        return sorted(name[len(self.PREFIX):] for name in self.settings.sections()
                      if name.startswith(self.PREFIX))
