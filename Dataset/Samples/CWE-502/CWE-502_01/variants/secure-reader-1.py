import yaml

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def weekly_litres(plan_text):
    plan = yaml.safe_load(plan_text)
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in plan["beds"]}


def busiest_day(plan_text):
    plan = yaml.safe_load(plan_text)
    totals = {}
    for bed in plan["beds"]:
        for day in bed["days"]:
            totals[day] = totals.get(day, 0) + bed["litres"]
    if not totals:
        return None
    best = None
    for day in DAYS:
        if day in totals and (best is None or totals[day] > totals[best]):
            best = day
    return best
