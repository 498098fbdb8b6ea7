import contextlib
import functools
import http.client
import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from flask import Blueprint, Flask, make_response, request

bp = Blueprint("valleys", __name__)

_ADDRESS = re.compile(
    r"http://(?P<valley>[a-z0-9]|[a-z0-9][a-z0-9-]{0,28}[a-z0-9])[.]cams[.]example:8081/"
    r"(?:(?P<weather>weather[.]json)|shots/(?P<camera>[^/?#]+)[.]jpg)(?:#.*)?"
)


class Target(NamedTuple):
    valley: str
    camera: str | None

    @classmethod
    def read(cls, address):
        match = _ADDRESS.fullmatch(address)
        if match is None:
            return None
        camera = match["camera"]
        if camera is not None:
            with contextlib.suppress(UnicodeError):
                camera = unquote(camera, errors="strict")
                if len(camera) <= 40 and all(c in " -" or c.isalpha() or c.isdecimal() for c in camera):
                    return cls(match["valley"], camera)
            return None
        return cls(match["valley"], None)

    @property
    def path(self):
        return "/weather.json" if self.camera is None else f"/shots/{quote(self.camera, safe='')}.jpg"

    @property
    def address(self):
        return f"http://{self.valley}.cams.example:8081{self.path}"

    def ask(self):
        connection = http.client.HTTPConnection(f"{self.valley}.cams.example", 8081, timeout=15)
        with contextlib.closing(connection):
            connection.request("GET", self.path, headers={"Connection": "close"})
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location"), answer.read()


def pursue(address):
    """The content of the last answer, or None."""
    kind = None
    for _ in range(3):
        target = Target.read(address)
        if target is None or kind not in (None, target.camera is None):
            return None
        kind = target.camera is None
        try:
            status, location, content = target.ask()
        except (OSError, http.client.HTTPException, UnicodeError):
            return None
        if status == 200:
            return content
        if status not in (301, 302, 307, 308) or location is None:
            return None
        try:
            with contextlib.suppress(UnicodeError):
                location = location.encode("latin-1").decode()
            address = urljoin(target.address, location)
            urlsplit(address)
        except ValueError:
            return None
    return None


def passing_on(mimetype):
    def decorate(view):
        @functools.wraps(view)
        def call():
            content = pursue(view(request.args.get))
            if content is None:
                return "", 404
            answer = make_response(content)
            answer.headers["Content-Type"] = mimetype
            return answer
        return call
    return decorate


@bp.route("/picture", methods=["GET"])
@passing_on("image/jpeg")
def picture(arg):
    return f"http://{arg('valley', '')}.cams.example:8081/shots/{quote(arg('camera', ''), safe='')}.jpg"


@bp.route("/weather", methods=["GET"])
@passing_on("application/json")
def weather(arg):
    return f"http://{arg('valley', '')}.cams.example:8081/weather.json"


def create_app():
    app = Flask(__name__)
    app.register_blueprint(bp)
    return app
