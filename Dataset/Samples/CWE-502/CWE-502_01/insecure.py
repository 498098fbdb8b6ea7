import yaml


def weekly_litres(plan_text):
    plan = yaml.load(plan_text, Loader=yaml.Loader)
    litres = {}
    for bed in plan["beds"]:
        litres[bed["name"]] = bed["litres"] * len(bed["days"])
    return litres
