import os

import requests

URL = "http://tides.example/v1/high-water"


class TideTable:
    def __init__(self):
        self.key = os.environ["TIDES_KEY"]

    def high_waters(self, harbour, day):
        response = requests.get(
            URL,
            params={"harbour": harbour, "day": day},
            headers={"X-Api-Key": self.key},
        )
        if response.status_code == 404:
            return []
        if response.status_code != 200:
            raise RuntimeError(f"tide service answered {response.status_code}")
        return [(tide["time"], float(tide["metres"])) for tide in response.json()["tides"]]
