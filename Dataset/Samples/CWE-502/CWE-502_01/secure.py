import yaml

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def beds(plan_text):
    try:
        return yaml.safe_load(plan_text)["beds"]
    except yaml.YAMLError as error:
        raise ValueError(f"not a valid plan: {error}") from error


def weekly_litres(plan_text):
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in beds(plan_text)}


def busiest_day(plan_text):
    litres = dict.fromkeys(WEEK, 0)
    for bed in beds(plan_text):
        for day in bed["days"]:
            litres[day] += bed["litres"]
    busiest = max(WEEK, key=litres.get)
    return busiest if litres[busiest] > 0 else None
