import os

import requests


class TideTable:
    def high_waters(self, harbour, day):
        key = os.environ.get("TIDES_KEY")
        if not key:
            raise RuntimeError("TIDES_KEY is not set")
        try:
            answer = requests.get("http://tides.example/v1/high-water",
                                  params={"harbour": harbour, "day": day},
                                  headers={"X-Api-Key": key}, timeout=30, allow_redirects=False)
        except requests.RequestException as error:
            raise RuntimeError("no answer from the tide service") from error
        if answer.status_code == 404:
            return []
        if answer.status_code != 200:
            raise RuntimeError(f"the tide service answered with status {answer.status_code}")
        return [(tide["time"], float(tide["metres"])) for tide in answer.json()["tides"]]
