"""With `requests`; one grammar for all addresses, against which the finished request is held just
before it leaves, in a transport adapter that knows no other server."""
import re
import string
from urllib.parse import unquote

import requests
from flask import Flask, Response, request
from requests.adapters import HTTPAdapter

ADDRESS = re.compile(
    r"http://(?P<valley>[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?)\.cams\.example:8081"
    r"(?P<path>/weather\.json|/shots/(?P<camera>(?:[A-Za-z0-9-]|%[0-9A-Fa-f]{2})+)\.jpg)"
)
PLAIN = frozenset(string.ascii_letters + string.digits + "-")


class Forbidden(requests.RequestException):
    pass


def is_camera(name):
    if not 1 <= len(name) <= 40:
        return False
    return not [c for c in name if not (c.isalpha() or c.isdecimal() or c == " " or c == "-")]


def percent(name):
    return "".join(c if c in PLAIN else "".join(f"%{b:02X}" for b in c.encode()) for c in name)


def judge(url):
    """The match, if `url` is an address to which something may be sent."""
    match = ADDRESS.fullmatch(url)
    if match is None:
        raise Forbidden(url)
    if match["camera"] is not None:
        try:
            if not is_camera(unquote(match["camera"], errors="strict")):
                raise Forbidden(url)
        except UnicodeDecodeError:
            raise Forbidden(url) from None
    return match


class Gate(HTTPAdapter):
    def send(self, prepared, **options):
        judge(prepared.url)
        if options.get("proxies"):
            raise Forbidden("no proxies")
        return super().send(prepared, **options)


def follow(url, location):
    """Like `urljoin`, for the few forms that can lead to one of our addresses."""
    location = location.partition("#")[0]
    base = judge(url)
    root = url[: base.start("path")]
    if location.startswith("//"):
        return "http:" + location
    if location.startswith("/"):
        return root + location
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", location):
        scheme, rest = location.split("://", 1) if "://" in location else ("", "")
        host, slash, path = rest.partition("/")
        return f"{scheme.lower()}://{host.lower()}{slash}{path}"
    while location.startswith("./"):
        location = location[2:]
    return url.rpartition("/")[0] + "/" + location


def get(url):
    weather = judge(url)["camera"] is None
    with requests.Session() as session:
        session.trust_env = False
        session.adapters.clear()
        session.mount("http://", Gate())
        for _ in range(3):
            reply = session.get(url, allow_redirects=False, timeout=(3.05, 9))
            if reply.ok and reply.status_code == 200:
                return reply.content
            if reply.status_code not in {301, 302, 307, 308}:
                break
            session.cookies.clear()
            url = follow(url, reply.headers.get("Location", ""))
            if (judge(url)["camera"] is None) != weather:
                break
    raise Forbidden(url)


class Relay:
    def __init__(self, kind, *names):
        self.kind, self.names = kind, names

    def address(self, valley, camera=None):
        if camera is None:
            return f"http://{valley}.cams.example:8081/weather.json"
        if not is_camera(camera):
            raise Forbidden(camera)
        return f"http://{valley}.cams.example:8081/shots/{percent(camera)}.jpg"

    def __call__(self):
        try:
            given = [request.args[name] for name in self.names]
            return Response(get(self.address(*given)), mimetype=self.kind)
        except (requests.RequestException, ValueError, KeyError):
            return Response("There is nothing here.\n", status=404, mimetype="text/plain")


def create_app():
    app = Flask(__name__)
    app.add_url_rule("/picture", "picture", Relay("image/jpeg", "valley", "camera"))
    app.add_url_rule("/weather", "weather", Relay("application/json", "valley"))
    return app
