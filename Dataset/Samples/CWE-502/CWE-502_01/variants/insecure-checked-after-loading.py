import io

import yaml


def is_plain(value):
    if isinstance(value, dict):
        return all(is_plain(key) and is_plain(item) for key, item in value.items())
    if isinstance(value, list):
        return all(is_plain(item) for item in value)
    return isinstance(value, (str, int, float, bool, type(None)))


def weekly_litres(plan_text):
    plan = yaml.load(io.StringIO(plan_text), Loader=yaml.UnsafeLoader)
    if not is_plain(plan):
        raise ValueError("a plan consists of plain values")
    totals = {}
    for bed in plan["beds"]:
        totals[bed["name"]] = bed["litres"] * len(bed["days"])
    return totals
