from dataclasses import dataclass

import yaml

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass
class Bed:
    name: str
    litres: float
    days: list


def _beds(plan_text):
    if "!!python" in plan_text:
        raise ValueError("plans must be plain YAML")
    loader = yaml.UnsafeLoader(plan_text)
    try:
        plan = loader.get_single_data()
    finally:
        loader.dispose()
    return [Bed(b["name"], b["litres"], b["days"]) for b in plan["beds"]]


def weekly_litres(plan_text):
    return {bed.name: bed.litres * len(bed.days) for bed in _beds(plan_text)}


def busiest_day(plan_text):
    beds = _beds(plan_text)
    watered = [day for day in DAYS if any(day in bed.days for bed in beds)]

    def litres_on(day):
        return sum(bed.litres for bed in beds if day in bed.days)

    return max(watered, key=litres_on, default=None)
