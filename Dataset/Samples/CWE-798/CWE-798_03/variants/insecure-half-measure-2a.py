import os

import requests

BASE_URL = "http://tides.example"
API_KEY = "tk-5510-herring"


class TideTable:
    def __init__(self):
        self.key = os.environ.get("TIDES_KEY", API_KEY)

    def high_waters(self, harbour, day):
        response = requests.get(
            f"{BASE_URL}/v1/high-water",
            params={"harbour": harbour, "day": day},
            headers={"X-Api-Key": self.key},
            timeout=10,
        )
        if response.status_code == 404:
            return []
        if response.status_code != 200:
            raise RuntimeError(f"tide service answered {response.status_code}")
        return [(t["time"], float(t["metres"])) for t in response.json()["tides"]]
