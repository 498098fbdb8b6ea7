import os
import urllib.request
from dataclasses import dataclass
from http import HTTPStatus
from json import loads
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlunsplit


class NoKey(RuntimeError):
    pass


class ServiceError(RuntimeError):
    pass


class Tide(NamedTuple):
    time: str
    metres: float

    @classmethod
    def parse(cls, item):
        return cls(str(item["time"]), float(item["metres"]))


class KeyHandler(urllib.request.BaseHandler):
    """Puts the key of this machine into every request, or stops it."""

    def http_request(self, request):
        try:
            request.add_unredirected_header("X-Api-Key", os.environ["TIDES_KEY"])
        except KeyError:
            raise NoKey("TIDES_KEY is not set") from None
        return request


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


@dataclass
class TideTable:
    def __post_init__(self):
        self._opener = urllib.request.build_opener(KeyHandler, Stay)

    @staticmethod
    def _url(**query):
        return urlunsplit(("http", "tides.example", "/v1/high-water",
                           "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items()), ""))

    def high_waters(self, harbour, day):
        try:
            with self._opener.open(self._url(harbour=harbour, day=day), timeout=30) as answer:
                status, body = HTTPStatus(answer.status), answer.read()
        except HTTPError as error:
            status, body = error.code, b""
            error.close()
        except URLError as error:
            raise ServiceError(str(error.reason)) from error
        match status:
            case HTTPStatus.OK:
                return [tuple(Tide.parse(item)) for item in loads(body)["tides"]]
            case HTTPStatus.NOT_FOUND:
                return []
        raise ServiceError(f"status {int(status)}")
