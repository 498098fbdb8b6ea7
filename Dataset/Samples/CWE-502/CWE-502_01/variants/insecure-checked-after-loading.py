import io

import yaml


def is_plain(value):
    if isinstance(value, dict):
        return all(is_plain(key) and is_plain(item) for key, item in value.items())
    if isinstance(value, list):
        return all(is_plain(item) for item in value)
    return isinstance(value, (str, int, float, bool, type(None)))


def load_plan(plan_text):
    plan = yaml.load(io.StringIO(plan_text), Loader=yaml.UnsafeLoader)
    if not is_plain(plan):
        raise ValueError("a plan consists of plain values")
    return plan


def weekly_litres(plan_text):
    totals = {}
    for bed in load_plan(plan_text)["beds"]:
        totals[bed["name"]] = bed["litres"] * len(bed["days"])
    return totals


def busiest_day(plan_text):
    plan = load_plan(plan_text)
    totals = [0] * 7
    week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    for bed in plan["beds"]:
        for day in bed["days"]:
            totals[week.index(day)] += bed["litres"]
    return week[totals.index(max(totals))] if any(totals) else None
