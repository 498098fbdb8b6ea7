"""High water: the key is put on by an authentication object of requests, just before the request leaves."""
import os
from collections import namedtuple

import requests
from requests.auth import AuthBase

Tide = namedtuple("Tide", "time metres")


class TidesError(RuntimeError):
    pass


class _Key(AuthBase):
    def __init__(self, variable):
        self.variable = variable

    def __call__(self, request):
        value = os.getenv(self.variable)
        if not value:
            raise TidesError(f"{self.variable} is not set; nothing was asked")
        request.headers["X-Api-Key"] = value
        return request


class TideTable:
    def __init__(self):
        self.auth = _Key("TIDES_KEY")

    def _request(self, **query):
        # prepare() calls the authentication; without a key it ends here
        return requests.Request("GET", "http://tides.example/v1/high-water", params=query, auth=self.auth).prepare()

    def _tides(self, answer):
        if answer.status_code == requests.codes.not_found:
            return
        if answer.status_code != requests.codes.ok:
            raise TidesError(answer.status_code)
        for tide in answer.json()["tides"]:
            yield Tide(tide["time"], float(tide["metres"]))

    def high_waters(self, harbour, day):
        request = self._request(harbour=harbour, day=day)
        with requests.Session() as session:
            return list(self._tides(session.send(request, timeout=(10, 20), allow_redirects=False)))
