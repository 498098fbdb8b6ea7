import configparser


def line_of(text):
    return " ".join(text.replace("$", "$$").split())


class Exchange:
    """Keeps the file as it is, apart from one line."""

    def __init__(self, path):
        self.path = path

    def set_greeting(self, shop, text):
        header, wanted = f"[shop {shop}]", f"greeting = {line_of(text)}"
        if shop != "".join(sign for sign in shop if sign.isprintable()):
            raise ValueError("The name is not valid.")
        with open(self.path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        config = configparser.RawConfigParser()
        config.read(self.path, encoding="utf-8")
        section = f"shop {shop}"
        if not config.has_section(section):
            lines += ["", header, wanted]
        else:
            start = next(number for number, line in enumerate(lines) if line.startswith("[") and line.strip() == header)
            end = next((n for n in range(start + 1, len(lines)) if lines[n].startswith("[")), len(lines))
            kept = []
            dropping = False
            for line in lines[start + 1:end]:
                if line[:1] not in (" ", "\t"):
                    dropping = line.lower().replace(":", "=").split("=")[0].strip() == "greeting"
                if not dropping:
                    kept.append(line)
            lines[start + 1:end] = [wanted, *kept]
        with open(self.path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")

    def greeting(self, shop):
        config = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
        config.read(self.path, encoding="utf-8")
        return config.get(f"shop {shop}", "greeting", fallback=None)

    def shops(self):
        config = configparser.RawConfigParser()
        config.read(self.path, encoding="utf-8")
        return sorted(section[5:] for section in config.sections() if section[:5] == "shop ")
