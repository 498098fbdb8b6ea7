import yaml


def beds_of(plan_text):
    # Look at the tokens before anything is constructed: plans have no use for tags.
    for token in yaml.scan(plan_text):
        if isinstance(token, (yaml.TagToken, yaml.DirectiveToken)):
            raise PermissionError("tags are not allowed in a plan")
    return yaml.load(plan_text, Loader=yaml.UnsafeLoader)["beds"]


def weekly_litres(plan_text):
    return {bed["name"]: len(bed["days"]) * bed["litres"] for bed in beds_of(plan_text)}


def busiest_day(plan_text):
    litres = {}
    for bed in beds_of(plan_text):
        for day in bed["days"]:
            litres[day] = litres.get(day, 0) + bed["litres"]
    if not litres:
        return None
    week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    return min(litres, key=lambda day: (-litres[day], week.index(day)))
