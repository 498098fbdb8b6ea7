import configparser
import io
import os

OPTION = "greeting"


def read_as_exchange(data):
    parser = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
    parser.read_file(io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    return parser


def value_of(parser, section, option):
    try:
        return parser.get(section, option)
    except configparser.InterpolationError as error:
        return type(error), parser.get(section, option, raw=True)


def snapshot(parser, but):
    values = {(section, option): value_of(parser, section, option)
              for section in parser for option in parser[section]
              if (section, option) != but}
    return values | {(section, None): None for section in parser}


class Exchange:
    def __init__(self, path):
        self._path = path

    def _bytes(self):
        with open(self._path, "rb") as file:
            return file.read()

    def set_greeting(self, shop, text):
        section = "shop " + shop
        if not shop.strip() or text.strip() != text:
            raise ValueError("no name, or blanks around the greeting")
        if any(c in "\r\n" for c in shop + text):
            raise ValueError("names and greetings are one line")
        before = self._bytes()
        raw = configparser.ConfigParser(interpolation=None)
        raw.read_file(io.TextIOWrapper(io.BytesIO(before), encoding="utf-8"))
        old = read_as_exchange(before)
        if not raw.has_section(section):
            raw.add_section(section)
        raw.set(section, OPTION, text.replace("$", "$$"))
        out = io.StringIO()
        raw.write(out)
        after = out.getvalue().encode("utf-8")
        try:
            new = read_as_exchange(after)
        except configparser.Error as error:
            raise ValueError("this cannot be written") from error
        wanted = snapshot(old, (section, OPTION))
        found = snapshot(new, (section, OPTION))
        if not old.has_section(section):
            found = {key: value for key, value in found.items() if key[0] != section}
        if found != wanted or value_of(new, section, OPTION) != text:
            raise ValueError("this would change other settings")
        temporary = self._path + ".new"
        with open(temporary, "wb") as file:
            file.write(after)
        os.replace(temporary, self._path)

    def greeting(self, shop):
        return read_as_exchange(self._bytes()).get("shop " + shop, OPTION, fallback=None)

    def shops(self):
        return sorted(section[5:] for section in read_as_exchange(self._bytes()).sections()
                      if section.startswith("shop "))
