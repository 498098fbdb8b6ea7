import contextlib
import http.client
import logging
import string
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote_from_bytes, unquote_to_bytes, urljoin

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound

log = logging.getLogger("cams")
SUFFIX = ".cams.example"
WEATHER = "/weather.json"


class Refused(Exception):
    pass


@dataclass(frozen=True)
class Target:
    valley: str
    camera: str | None = None

    def __post_init__(self):
        v = self.valley
        if not 1 <= len(v) <= 30 or set(v) - set(string.ascii_lowercase + string.digits + "-") or "-" in (v[0], v[-1]):
            raise Refused("valley")
        c = self.camera
        if c is not None and not (0 < len(c) < 41 and all(map(self._sign, c))):
            raise Refused("camera")

    @staticmethod
    def _sign(c):
        return c == " " or c == "-" or unicodedata.category(c) in {"Lu", "Ll", "Lt", "Lm", "Lo", "Nd"}

    @property
    def host(self):
        return self.valley + SUFFIX

    @property
    def path(self):
        return WEATHER if self.camera is None else "/shots/" + quote_from_bytes(self.camera.encode(), "") + ".jpg"

    def __str__(self):
        return f"http://{self.host}:8081{self.path}"

    def redirected(self, location):
        """The target of a Location. A fragment is never sent, so it is dropped."""
        with contextlib.suppress(UnicodeError):
            location = location.encode("latin-1").decode("utf-8")
        if any(c in location for c in "\\?@") or any(ord(c) < 33 for c in location):
            raise Refused("location")
        try:
            absolute = urljoin(str(self), location).partition("#")[0]
            scheme, rest = absolute.split("://", 1)
            authority, slash, path = rest.partition("/")
            host, port = authority.lower().split(":")
            path = unquote_to_bytes(slash + path).decode("utf-8")
        except ValueError as error:
            raise Refused("location") from error
        if scheme.lower() != "http" or port != "8081" or not host.endswith(SUFFIX):
            raise Refused("server")
        valley = host.removesuffix(SUFFIX)
        if self.camera is None:
            if path != WEATHER:
                raise Refused("path")
            return Target(valley)
        head, name, tail = path[:7], path[7:-4], path[-4:]
        if (head, tail) != ("/shots/", ".jpg") or len(path) < 12:
            raise Refused("path")
        return Target(valley, name)


def ask(target):
    with contextlib.closing(http.client.HTTPConnection(target.host, 8081, timeout=10)) as connection:
        connection.request("GET", target.path, headers={"Accept-Encoding": "identity"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location"), answer.read()


def chase(target, hops=2):
    status, location, body = ask(target)
    if status == 200:
        return body
    if status in (301, 302, 307, 308) and location and hops:
        return chase(target.redirected(location), hops - 1)
    raise Refused(f"status {status}")


def page(mimetype, *names):
    def view():
        try:
            body = chase(Target(*(request.args[name] for name in names)))
        except (Refused, OSError, http.client.HTTPException, KeyError) as error:
            log.info("not found: %r", error)
            raise NotFound() from None
        return Response(body, mimetype=mimetype)
    return view


def create_app():
    app = Flask(__name__)
    app.add_url_rule("/picture", "picture", page("image/jpeg", "valley", "camera"))
    app.add_url_rule("/weather", "weather", page("application/json", "valley"))
    return app
