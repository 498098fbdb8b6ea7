import configparser


class Exchange:
    def __init__(self, path):
        self.path = path

    def read(self):
        config = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
        config.read(self.path, encoding="utf-8")
        return config

    def set_greeting(self, shop, text):
        if "\n" in shop or not text.isprintable():
            raise ValueError("a text of one line, please")
        config = self.read()
        section = f"shop {shop}"
        if not config.has_section(section):
            config.add_section(section)
        config.set(section, "greeting", text.replace("$", "$$"))
        with open(self.path, "w", encoding="utf-8") as file:
            config.write(file)

    def greeting(self, shop):
        return self.read().get(f"shop {shop}", "greeting", fallback=None)

    def shops(self):
        return sorted(name.removeprefix("shop ") for name in self.read().sections() if name.startswith("shop "))
