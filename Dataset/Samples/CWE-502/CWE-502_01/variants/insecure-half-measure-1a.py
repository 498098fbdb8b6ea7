import yaml

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def _beds(plan_text):
    plan = yaml.load(plan_text, Loader=yaml.Loader)
    return plan["beds"] or []


def weekly_litres(plan_text):
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in _beds(plan_text)}


def busiest_day(plan_text):
    totals = dict.fromkeys(DAYS, 0)
    watered = False
    for bed in _beds(plan_text):
        for day in bed["days"]:
            totals[day] += bed["litres"]
            watered = True
    if not watered:
        return None
    return max(DAYS, key=lambda day: totals[day])
