import os
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from json import load
from urllib.parse import quote


class Unusable(RuntimeError):
    """The service cannot be asked or does not answer as it should."""


class FromEnvironment:
    def __init__(self, variable):
        self.variable = variable

    def __get__(self, instance, owner=None):
        if value := os.environ.get(self.variable):
            return value
        raise Unusable(f"{self.variable} is not set")


@dataclass(frozen=True)
class Tide:
    time: str
    metres: float

    def __iter__(self):
        yield str(self.time)
        yield float(self.metres)


class TideTable:
    key = FromEnvironment("TIDES_KEY")

    def high_waters(self, harbour, day):
        headers = {"X-Api-Key": self.key, "Accept": "application/json"}
        target = "/v1/high-water?harbour={}&day={}".format(*(quote(v, safe="") for v in (harbour, day)))
        with closing(HTTPConnection("tides.example", timeout=30)) as link:
            link.request("GET", target, headers=headers)
            answer = link.getresponse()
            match answer.status:
                case 200:
                    return [tuple(Tide(**{k: t[k] for k in ("time", "metres")})) for t in load(answer)["tides"]]
                case 404:
                    return []
                case other:
                    raise Unusable(f"status {other}")
