import os
from urllib.parse import urljoin

import requests


class TideServiceError(RuntimeError):
    pass


class TideTable:
    BASE = "http://tides.example/v1/"

    def __init__(self):
        self._session = requests.Session()
        # requests leaves a header out whose value is None; the service then answers with 401.
        self._session.headers["X-Api-Key"] = os.getenv("TIDES_KEY")

    def _get(self, path, **params):
        try:
            response = self._session.get(urljoin(self.BASE, path), params=params)
        except requests.RequestException as error:
            raise TideServiceError(str(error))
        if response.ok or response.status_code == 404:
            return response
        raise TideServiceError(response.status_code)

    def high_waters(self, harbour, day):
        response = self._get("high-water", harbour=harbour, day=day)
        if response.status_code == 404:
            return []
        return [(t["time"], float(t["metres"])) for t in response.json().get("tides", [])]


if __name__ == "__main__":
    print(TideTable().high_waters("Roundstone", "2026-05-01"))
