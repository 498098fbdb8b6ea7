import os

import requests

URL = "http://tides.example/v1/high-water"


class TideTable:
    def high_waters(self, harbour, day):
        key = os.environ.get("TIDES_KEY")
        if not key:
            raise RuntimeError("TIDES_KEY is not set")

        response = requests.get(
            URL,
            params={"harbour": harbour, "day": day},
            headers={"X-Api-Key": key},
            timeout=5,
        )
        if response.status_code == 404:
            return []
        if response.status_code != 200:
            raise RuntimeError(f"the tide service answered with status {response.status_code}")
        return [(tide["time"], tide["metres"]) for tide in response.json()["tides"]]
