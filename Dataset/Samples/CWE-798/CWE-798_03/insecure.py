import os

import requests

URL = "http://tides.example/v1/high-water"


class TideTable:
    def __init__(self):
        self.key = os.environ.get("TIDES_KEY", "tk-5510-herring")

    def high_waters(self, harbour, day):
        response = requests.get(
            URL,
            params={"harbour": harbour, "day": day},
            headers={"X-Api-Key": self.key},
            timeout=5,
        )
        if response.status_code == 404:
            return []
        if response.status_code != 200:
            raise RuntimeError(f"the tide service answered with status {response.status_code}")
        return [(tide["time"], tide["metres"]) for tide in response.json()["tides"]]
