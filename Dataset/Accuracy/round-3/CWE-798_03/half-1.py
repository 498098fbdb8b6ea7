import os

import requests

SERVICE = "http://tides.example/v1/high-water"


class TideTable:
    def __init__(self):
        self._key = os.environ.get("TIDES_KEY")

    def high_waters(self, harbour, day):
        if not self._key:
            raise RuntimeError("TIDES_KEY is not set")
        answer = requests.get(
            SERVICE,
            params={"harbour": harbour, "day": day},
            headers={"X-Api-Key": self._key},
            timeout=20,
            allow_redirects=False,
        )
        if answer.status_code == 404:
            return []
        if answer.status_code != 200:
            raise RuntimeError(f"the service answered with {answer.status_code}")
        return [(tide["time"], float(tide["metres"])) for tide in answer.json()["tides"]]
