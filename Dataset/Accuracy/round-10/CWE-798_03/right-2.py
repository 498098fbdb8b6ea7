"""A session of `requests` whose authentication object puts the key into each request when it is sent."""
import os
from operator import itemgetter

import requests
from requests.auth import AuthBase

_pair = itemgetter("time", "metres")


class _KeyOfThisMachine(AuthBase):
    def __call__(self, request):
        key = os.getenv("TIDES_KEY")
        if key is None or not key.strip():
            raise RuntimeError("no key: TIDES_KEY has to be set")
        request.headers["X-Api-Key"] = key
        return request


class TideTable:
    __slots__ = ("_session",)

    def __init__(self):
        self._session = requests.Session()
        self._session.auth = _KeyOfThisMachine()

    def high_waters(self, harbour, day):
        response = self._session.request("GET", "http://tides.example/v1/high-water", timeout=(10, 30),
                                         params=[("harbour", harbour), ("day", day)], allow_redirects=False)
        handler = {200: self._read, 404: lambda _: []}.get(response.status_code, self._fail)
        return handler(response)

    @staticmethod
    def _read(response):
        return [(time, float(metres)) for time, metres in map(_pair, response.json()["tides"])]

    @staticmethod
    def _fail(response):
        raise RuntimeError(f"{response.status_code} {response.reason}")
