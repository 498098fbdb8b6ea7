import configparser
import io


def parse(text, **how):
    parser = configparser.ConfigParser(**how)
    parser.read_string(text)
    return parser


def contents(parser):
    return {(section, option): value
            for section in parser
            for option, value in parser.items(section, raw=True)} \
        | {(section, None): None for section in parser}


class Exchange:
    def __init__(self, path):
        self.path = path

    def _text(self):
        with open(self.path, encoding="utf-8") as file:
            return file.read()

    def set_greeting(self, shop, text):
        section = f"shop {shop}"
        if not shop or len(text.splitlines()) > 1 or text.strip() != text:
            raise ValueError("a greeting is one line without blanks around it")
        value = text.replace("$", "$$")
        parser = parse(self._text(), interpolation=None)
        expected = contents(parser)
        if not parser.has_section(section):
            parser.add_section(section)
            expected |= {(section, option): v for option, v in parser.defaults().items()}
        parser.set(section, "greeting", value)
        expected |= {(section, None): None, (section, "greeting"): value}
        buffer = io.StringIO()
        parser.write(buffer)
        # what will be read has to be what was meant, and nothing else
        try:
            if contents(parse(buffer.getvalue(), interpolation=None)) != expected:
                raise ValueError("name or greeting would change other settings")
        except configparser.Error as error:
            raise ValueError("name or greeting cannot be written") from error
        data = buffer.getvalue().encode("utf-8")
        with open(self.path, "wb") as file:
            file.write(data)

    def greeting(self, shop):
        parser = parse(self._text(), interpolation=configparser.ExtendedInterpolation())
        return parser.get(f"shop {shop}", "greeting", fallback=None)

    def shops(self):
        return sorted(section.removeprefix("shop ")
                      for section in parse(self._text(), interpolation=None).sections()
                      if section.startswith("shop "))
