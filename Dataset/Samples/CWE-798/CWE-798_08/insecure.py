import hashlib
import json
import os

PEPPER = "b7!tick-bites/hikers#2031"


class Pseudonyms:
    def __init__(self, folder):
        self.path = os.path.join(folder, "studies.json")

    def _load(self):
        if not os.path.exists(self.path):
            return {}
        with open(self.path) as file:
            return json.load(file)

    def _save(self, studies):
        with open(self.path, "w") as file:
            json.dump(studies, file)

    def of(self, study, person):
        studies = self._load()
        state = studies.setdefault(study, {"round": 1, "over": False})
        state["over"] = False
        self._save(studies)
        text = "\n".join([PEPPER, study, str(state["round"]), person])
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def renew(self, study):
        studies = self._load()
        if study in studies:
            studies[study]["round"] += 1
            self._save(studies)

    def end(self, study):
        studies = self._load()
        if study in studies:
            studies[study] = {"round": studies[study]["round"] + 1, "over": True}
            self._save(studies)

    def studies(self):
        return sorted(study for study, state in self._load().items() if not state["over"])
