import base64
import json
import os
import urllib.error
import urllib.parse
import urllib.request

_DEFAULT = b"dGstNTUxMC1oZXJyaW5n"


class TideTable:
    def __init__(self):
        self._key = os.environ.get("TIDES_KEY") or base64.b64decode(_DEFAULT).decode()

    def high_waters(self, harbour, day):
        parameters = urllib.parse.urlencode({"harbour": harbour, "day": day})
        request = urllib.request.Request(
            "http://tides.example/v1/high-water?" + parameters, headers={"X-Api-Key": self._key}
        )
        try:
            response = urllib.request.urlopen(request)
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return []
            raise RuntimeError(f"status {error.code}")
        if response.status != 200:
            raise RuntimeError(f"status {response.status}")
        return [(tide["time"], tide["metres"]) for tide in json.loads(response.read())["tides"]]
