import configparser
import io
import logging
import os
import shutil
import tempfile
from contextlib import contextmanager, suppress

log = logging.getLogger("exchange")
_PREFIX = "shop "


class Refused(ValueError):
    """The text cannot be written so that the exchange reads it, and nothing else changes."""


def _parse(data):
    parser = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
    with io.TextIOWrapper(io.BytesIO(data), encoding="utf-8") as lines:      # all kinds of line breaks
        parser.read_file(lines)
    return parser


def _seen(parser):
    """All that the exchange sees: (section, option) -> (raw value, spoken value)."""
    view = {(name, None): None for name in parser.sections()}
    for name, proxy in parser.items():
        for option in proxy:
            try:
                spoken = parser.get(name, option)
            except configparser.InterpolationError as error:
                spoken = type(error)
            view[name, option] = parser.get(name, option, raw=True), spoken
    return view


class Exchange:
    def __init__(self, path):
        self._path = os.fspath(path)

    def _bytes(self):
        with open(self._path, "rb") as file:
            return file.read()

    @contextmanager
    def _replacing(self):
        fd, name = tempfile.mkstemp(dir=os.path.dirname(os.path.realpath(self._path)))
        try:
            with open(fd, "wb") as file:
                yield file
            shutil.copymode(self._path, name)
            os.replace(name, os.path.realpath(self._path))
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(name)
            raise

    def set_greeting(self, shop, text):
        if {"\r", "\n"} & {*shop, *text}:
            log.warning("line break in %r / %r", shop, text)
            raise Refused("one line, please")
        section = _PREFIX + shop
        parser = _parse(self._bytes())
        before = _seen(parser)
        if not parser.has_section(section):
            parser.add_section(section)
            before = {**before, (section, None): None,
                      **{(section, o): v for (s, o), v in _seen(parser).items() if s == section and o}}
        parser.set(section, "greeting", text.replace("$", "$$"))
        buffer = io.StringIO(newline="")
        parser.write(buffer)
        data = buffer.getvalue().encode("utf-8")
        try:
            after = _seen(_parse(data))
        except configparser.Error as error:
            raise Refused(str(error)) from error
        _, spoken = after.pop((section, "greeting"), (None, None))
        before.pop((section, "greeting"), None)
        if after != before or spoken != text.strip():
            raise Refused("the exchange would read something else")
        with self._replacing() as file:
            file.write(data)

    def greeting(self, shop):
        return _parse(self._bytes()).get(_PREFIX + shop, "greeting", fallback=None)

    def shops(self):
        return sorted(name.removeprefix(_PREFIX) for name in _parse(self._bytes()).sections()
                      if name.startswith(_PREFIX))
