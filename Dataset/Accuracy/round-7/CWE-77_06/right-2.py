"""The file is taken apart into plain dictionaries of raw values and written anew by hand."""
import configparser
from functools import reduce
from itertools import chain
from types import SimpleNamespace


def _parser(path):
    parser = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
    if not parser.read(path, encoding="utf-8"):
        raise FileNotFoundError(path)
    return parser


def _value(parser, section, option):
    try:
        return parser.get(section, option)
    except configparser.InterpolationError as error:
        return type(error).__name__, error.args[1:]


def _values(parser):
    return {section: {option: _value(parser, section, option) for option in parser[section]}
            for section in parser}


def _raw(parser):
    own = {"DEFAULT": dict(parser.defaults())}
    for section in parser.sections():
        own[section] = {option: parser.get(section, option, raw=True) for option in parser._sections[section]}
    return own


def _lines(raw):
    for section, options in raw.items():
        if section == "DEFAULT" and not options:
            continue
        yield f"[{section}]"
        for option, value in options.items():
            first, *more = value.split("\n")
            yield f"{option} = {first}"
            yield from (f"    {line}".rstrip(" ") for line in more)
        yield ""


def Exchange(path):
    def check(text):
        if any(sign in text for sign in ("\n", "\r")):
            raise ValueError("no line breaks")
        return text

    def set_greeting(shop, text):
        name = f"shop {check(shop)}"
        parser = _parser(path)
        raw = _raw(parser)
        if name not in raw:
            parser.add_section(name)
        expected = _values(parser)
        raw.setdefault(name, {})["greeting"] = reduce(lambda t, p: t.replace(*p), [("$", "$$")], check(text)).strip()
        data = "".join(map("%s\n".__mod__, chain(_lines(raw)))).encode("utf-8")

        trial = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
        try:
            trial.read_string(data.decode("utf-8"))
        except configparser.Error as error:
            raise ValueError("this cannot be written") from error
        found = _values(trial)
        for values in (expected, found):
            values.get(name, {}).pop("greeting", None)
        if found != expected or _value(trial, name, "greeting") != text.strip():
            raise ValueError("the exchange would not read this as it was typed")
        with open(path, "r+b") as file:
            file.write(data)
            file.truncate()

    def greeting(shop):
        return _parser(path).get(f"shop {shop}", "greeting", fallback=None)

    def shops():
        return sorted(s[5:] for s in _parser(path).sections() if s[:5] == "shop ")

    return SimpleNamespace(set_greeting=set_greeting, greeting=greeting, shops=shops)
