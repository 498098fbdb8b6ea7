import json
import os
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

# KeyError at the start of the program, if the key is missing.
API_KEY = os.environ["TIDES_KEY"]


class TideTable:
    service = "http://tides.example"

    def high_waters(self, harbour: str, day: str) -> list:
        query = urlencode([("harbour", harbour), ("day", day)])
        request = Request(f"{self.service}/v1/high-water?{query}")
        request.add_header("X-Api-Key", API_KEY)
        try:
            with urlopen(request, timeout=5) as answer:
                if answer.status != 200:
                    raise RuntimeError(answer.reason)
                tides = json.load(answer)["tides"]
        except HTTPError as error:
            if error.code == 404:
                return []
            raise RuntimeError(f"tide service: {error}") from error
        result = []
        for tide in tides:
            result.append((str(tide["time"]), float(tide["metres"])))
        return result
