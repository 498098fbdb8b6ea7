"""Watering plans of the gardeners."""
from collections import Counter

import yaml

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
BED = {"name", "litres", "days"}


def _need(condition, what):
    if not condition:
        raise ValueError(what)


def _read(text):
    """The beds of a plan. FullLoader is PyYAML's loader for input that is not trusted: it neither imports
    modules nor calls anything. What it gives is looked at piece by piece all the same."""
    try:
        plan = yaml.load(text, Loader=yaml.FullLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error)) from error
    _need(type(plan) is dict and set(plan) == {"beds"}, "a plan has the one key `beds`")
    _need(type(plan["beds"]) is list, "beds is no list")
    beds = []
    for bed in plan["beds"]:
        _need(type(bed) is dict and set(bed) == BED, "a bed has name, litres and days")
        _need(type(bed["name"]) is str, "the name is no string")
        _need(type(bed["litres"]) in (int, float), "litres is no number")
        _need(all(day in DAYS for day in bed["days"]), "unknown day")
        beds.append(bed)
    return beds


def weekly_litres(plan_text):
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in _read(plan_text)}


def busiest_day(plan_text):
    water = Counter()
    for bed in _read(plan_text):
        for day in bed["days"]:
            water[day] += bed["litres"]
    if not water:
        return None
    return max(DAYS, key=lambda day: water[day])
