from collections import Counter

import yaml


class Bed:
    def __init__(self, entry):
        self.name = entry["name"]
        self.litres = entry["litres"]
        self.days = list(entry["days"])

    def weekly(self):
        return self.litres * len(self.days)


class PlanLoader(yaml.SafeLoader):
    pass


def load_beds(plan_text):
    loader = PlanLoader(plan_text)
    try:
        return [Bed(entry) for entry in loader.get_single_data()["beds"]]
    finally:
        loader.dispose()


def weekly_litres(plan_text):
    try:
        return {bed.name: bed.weekly() for bed in load_beds(plan_text)}
    except yaml.constructor.ConstructorError:
        return {"error": "unsupported tag"}


def busiest_day(plan_text):
    try:
        beds = load_beds(plan_text)
    except yaml.constructor.ConstructorError:
        return None
    litres = Counter()
    for bed in beds:
        for day in bed.days:
            litres[day] += bed.litres
    order = "mon tue wed thu fri sat sun".split()
    ranked = sorted(litres, key=lambda day: (-litres[day], order.index(day)))
    return ranked[0] if ranked else None
