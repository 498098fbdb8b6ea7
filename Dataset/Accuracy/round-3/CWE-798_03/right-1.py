import http
import os
from dataclasses import dataclass
from typing import NamedTuple

import requests
from requests.auth import AuthBase


class Tide(NamedTuple):
    time: str
    metres: float


class KeyMissing(RuntimeError):
    pass


class ServiceFailed(RuntimeError):
    pass


@dataclass(frozen=True)
class FromEnvironment(AuthBase):
    """Puts the key on a request; looks it up anew for each one."""
    variable: str

    def __call__(self, request):
        key = os.environ.get(self.variable)
        if not key:
            raise KeyMissing(f"{self.variable} is not set")
        request.headers["X-Api-Key"] = key
        return request


class TideTable:
    address = "http://tides.example/v1/high-water"
    auth = FromEnvironment("TIDES_KEY")

    def high_waters(self, harbour, day):
        with requests.Session() as session:
            answer = session.get(self.address, params=dict(harbour=harbour, day=day),
                                 auth=self.auth, allow_redirects=False, timeout=30)
        match answer.status_code:
            case http.HTTPStatus.OK:
                return [tuple(Tide(t["time"], float(t["metres"]))) for t in answer.json()["tides"]]
            case http.HTTPStatus.NOT_FOUND:
                return []
            case other:
                raise ServiceFailed(f"status {other}")
