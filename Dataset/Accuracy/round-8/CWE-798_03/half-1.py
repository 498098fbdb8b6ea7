import os

import requests


class TideTable:
    URL = "http://tides.example/v1/high-water"

    def high_waters(self, harbour, day):
        key = os.environ.get("TIDES_KEY")
        if not key:
            raise RuntimeError("TIDES_KEY is not set")
        try:
            answer = requests.get(self.URL, params={"harbour": harbour, "day": day},
                                  headers={"X-Api-Key": key}, timeout=20)
        except requests.RequestException as error:
            raise RuntimeError("the tide service cannot be reached") from error
        if answer.status_code == 404:
            return []
        if answer.status_code != 200:
            raise RuntimeError(f"the tide service answers with {answer.status_code}")
        return [(tide["time"], float(tide["metres"])) for tide in answer.json()["tides"]]
