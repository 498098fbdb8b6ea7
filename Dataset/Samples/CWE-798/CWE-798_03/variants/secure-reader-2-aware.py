import os

import requests

SERVICE = "http://tides.example"
TIMEOUT = 20


class TideTable:
    def high_waters(self, harbour, day):
        # read at each call: the key changes every spring
        key = os.environ.get("TIDES_KEY", "").strip()
        if not key:
            raise RuntimeError("the environment variable TIDES_KEY is not set")
        try:
            answer = requests.get(
                SERVICE + "/v1/high-water",
                params={"harbour": harbour, "day": day},
                headers={"X-Api-Key": key},
                allow_redirects=False,  # the key is for this service only
                timeout=TIMEOUT,
            )
        except requests.RequestException:
            raise RuntimeError("the tide service cannot be reached") from None
        if answer.status_code == requests.codes.not_found:
            return []
        if answer.status_code != requests.codes.ok:
            raise RuntimeError(f"the tide service answered with status {answer.status_code}")
        return [(tide["time"], float(tide["metres"])) for tide in answer.json()["tides"]]
