import yaml

WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def load_beds(plan_text):
    plan = yaml.load(plan_text, Loader=yaml.Loader)
    return plan["beds"]


def weekly_litres(plan_text):
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in load_beds(plan_text)}


def busiest_day(plan_text):
    totals = {}
    for bed in load_beds(plan_text):
        for day in bed["days"]:
            totals[day] = totals.get(day, 0) + bed["litres"]
    best = None
    for day in WEEK:
        if day in totals and (best is None or totals[day] > totals[best]):
            best = day
    return best
