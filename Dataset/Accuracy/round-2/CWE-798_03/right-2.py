import functools
import logging
import os

import requests
from requests.auth import AuthBase

log = logging.getLogger("tides")


class EnvironmentKey(AuthBase):
    """Puts the key on the request at the moment it is sent; it is kept nowhere else."""

    def __call__(self, request):
        request.headers["X-Api-Key"] = os.environ["TIDES_KEY"]
        return request


def needs_key(method):
    @functools.wraps(method)
    def wrapper(*args):
        if not os.environ.get("TIDES_KEY"):
            raise RuntimeError("TIDES_KEY is not set")
        return method(*args)
    return wrapper


class TideTable:
    address = "http://tides.example/v1/high-water"

    @needs_key
    def high_waters(self, harbour, day):
        answer = requests.request("GET", self.address, params=dict(harbour=harbour, day=day),
                                  auth=EnvironmentKey(), allow_redirects=False, timeout=(10, 30))
        log.debug("tide service: %s", answer.status_code)
        if answer.status_code == requests.codes.not_found:
            return []
        if answer.status_code != requests.codes.ok:
            raise RuntimeError(f"the tide service answered with {answer.status_code}")
        return list(map(lambda tide: (str(tide["time"]), float(tide["metres"])), answer.json()["tides"]))
