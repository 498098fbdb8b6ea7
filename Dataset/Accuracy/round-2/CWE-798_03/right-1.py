import http.client
import json
import os
from contextlib import closing
from urllib.parse import urlencode


class TideTable:
    host = "tides.example"

    @property
    def _key(self):
        try:
            key = os.environ["TIDES_KEY"]
        except KeyError:
            raise RuntimeError("the environment variable TIDES_KEY is missing") from None
        if not key.strip():
            raise RuntimeError("the environment variable TIDES_KEY is empty")
        return key

    def _fetch(self, path, headers):
        with closing(http.client.HTTPConnection(self.host, timeout=30)) as connection:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read()

    def high_waters(self, harbour, day):
        headers = {"X-Api-Key": self._key, "Accept": "application/json"}
        status, body = self._fetch("/v1/high-water?" + urlencode([("harbour", harbour), ("day", day)]), headers)
        match status:
            case 200:
                return [(tide["time"], float(tide["metres"])) for tide in json.loads(body)["tides"]]
            case 404:
                return []
        raise RuntimeError(f"status {status} from {self.host}")
