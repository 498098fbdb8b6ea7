import http.client
import json
import os
from contextlib import closing
from urllib.parse import quote


class TideServiceError(RuntimeError):
    """Everything that keeps the screen from showing the tides."""


class _Unknown(Exception):
    pass


class TideTable:
    HOST, PATH = "tides.example", "/v1/high-water"

    @property
    def _headers(self):
        if key := os.environ.get("TIDES_KEY", ""):
            return {"X-Api-Key": key, "Accept": "application/json"}
        raise TideServiceError("the environment holds no TIDES_KEY")

    def _fetch(self, **query):
        headers = self._headers
        target = self.PATH + "?" + "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items())
        with closing(http.client.HTTPConnection(self.HOST, timeout=15)) as line:
            line.request("GET", target, headers=headers)
            answer = line.getresponse()
            match answer.status:
                case 200:
                    return json.load(answer)
                case 404:
                    raise _Unknown
                case other:
                    raise TideServiceError(f"status {other}")

    def high_waters(self, harbour, day):
        try:
            tides = self._fetch(harbour=harbour, day=day)["tides"]
        except _Unknown:
            return []
        return [(tide["time"], float(tide["metres"])) for tide in tides]
