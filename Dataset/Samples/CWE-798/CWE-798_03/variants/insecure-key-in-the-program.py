import requests

API_KEY = "tk-5510-herring"


class TideTable:
    def __init__(self):
        self.headers = {"X-Api-Key": API_KEY, "User-Agent": "boat-house"}

    def high_waters(self, harbour, day):
        answer = requests.get(
            "http://tides.example/v1/high-water", {"harbour": harbour, "day": day}, headers=self.headers, timeout=10
        )
        if answer.status_code == 404:
            return []
        try:
            answer.raise_for_status()
        except requests.HTTPError as error:
            raise RuntimeError("tide service") from error
        return [(tide["time"], tide["metres"]) for tide in answer.json()["tides"]]
