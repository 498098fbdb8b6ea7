import yaml


def weekly_litres(plan_text):
    try:
        plan = yaml.safe_load(plan_text)
    except yaml.YAMLError as error:
        raise ValueError(f"not a valid plan: {error}") from error
    litres = {}
    for bed in plan["beds"]:
        litres[bed["name"]] = bed["litres"] * len(bed["days"])
    return litres
