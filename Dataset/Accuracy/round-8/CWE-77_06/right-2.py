import configparser
import contextlib
import logging
import threading
from pathlib import Path

log = logging.getLogger(__name__)


class Refused(ValueError):
    """A name or a greeting that does not go into the file."""


class _Doubling(configparser.ExtendedInterpolation):
    """Reads like the exchange; what is set is taken literally."""

    def before_set(self, parser, section, option, value):
        return value.replace("$", "$$")


class Exchange:
    _PREFIX = "shop "

    def __init__(self, path):
        self._file = Path(path)
        self._lock = threading.Lock()

    def _load(self):
        parser = configparser.ConfigParser(interpolation=_Doubling())
        with self._file.open(encoding="utf-8") as lines:
            parser.read_file(lines)
        return parser

    @contextlib.contextmanager
    def _edit(self):
        with self._lock:
            before = self._file.read_bytes()
            parser = self._load()
            yield parser
            try:
                with self._file.open("w", encoding="utf-8", newline="\n") as out:
                    parser.write(out)
                self._load()
            except (configparser.Error, UnicodeError) as error:
                self._file.write_bytes(before)
                raise Refused("cannot be stored") from error

    @staticmethod
    def _values(parser, *but):
        def value(section, option):
            with contextlib.suppress(configparser.InterpolationError):
                return parser[section][option]
            return None
        return [(s, o, value(s, o)) for s in parser for o in parser[s] if (s, o) != but]

    def _one_line(self, text):
        if not isinstance(text, str) or len((text + ".").splitlines()) != 1:
            raise Refused("one line, please")
        text.encode("utf-8")
        return text

    def set_greeting(self, shop, text):
        section = self._PREFIX + self._one_line(shop)
        if not shop.strip():
            raise Refused("a workshop has a name")
        greeting = self._one_line(text).strip()
        with self._edit() as parser:
            if section not in parser:
                parser.add_section(section)
            before = self._values(parser, section, "greeting")
            parser.set(section, "greeting", greeting)
            if self._values(parser, section, "greeting") != before:
                raise Refused("other settings refer to this greeting")
        log.info("greeting of %r changed", shop)

    def greeting(self, shop):
        parser = self._load()
        try:
            return parser[self._PREFIX + shop]["greeting"]
        except KeyError:
            return None

    def shops(self):
        names = (s.partition(self._PREFIX) for s in self._load().sections())
        return sorted(name for head, prefix, name in names if prefix and not head)
