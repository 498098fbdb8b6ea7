import yaml


class PlanLoader(yaml.Loader):
    """A loader without the tag that calls functions."""


PlanLoader.yaml_multi_constructors = {
    tag: constructor
    for tag, constructor in yaml.Loader.yaml_multi_constructors.items()
    if not tag.endswith("python/object/apply:")
}


def weekly_litres(plan_text: str) -> dict:
    plan = yaml.load(plan_text, Loader=PlanLoader)
    totals: dict = {}
    for bed in plan["beds"]:
        days = bed["days"]
        totals[bed["name"]] = bed["litres"] * len(days)
    return totals


def busiest_day(plan_text: str):
    plan = yaml.load(plan_text, Loader=PlanLoader)
    best, most = None, 0
    for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        litres = sum(bed["litres"] for bed in plan["beds"] if day in bed["days"])
        if litres > most:
            best, most = day, litres
    return best
