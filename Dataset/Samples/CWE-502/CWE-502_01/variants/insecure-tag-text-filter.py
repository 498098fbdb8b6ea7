import yaml


def weekly_litres(plan_text):
    if "!!python" in plan_text:
        raise ValueError("Python tags are not allowed in a plan")
    plan = yaml.unsafe_load(plan_text)
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in plan["beds"]}
