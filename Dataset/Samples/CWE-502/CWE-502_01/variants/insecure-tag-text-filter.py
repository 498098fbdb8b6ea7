import yaml


def parse(plan_text):
    if "!!python" in plan_text:
        raise ValueError("Python tags are not allowed in a plan")
    return yaml.unsafe_load(plan_text)


def weekly_litres(plan_text):
    plan = parse(plan_text)
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in plan["beds"]}


def busiest_day(plan_text):
    litres = {}
    for bed in parse(plan_text)["beds"]:
        for day in bed["days"]:
            litres[day] = litres.get(day, 0) + bed["litres"]
    if not litres:
        return None
    week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    return min(litres, key=lambda day: (-litres[day], week.index(day)))
