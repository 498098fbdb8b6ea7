import yaml


def weekly_litres(plan_text):
    # Look at the tokens before anything is constructed: plans have no use for tags.
    for token in yaml.scan(plan_text):
        if isinstance(token, (yaml.TagToken, yaml.DirectiveToken)):
            raise PermissionError("tags are not allowed in a plan")
    plan = yaml.load(plan_text, Loader=yaml.UnsafeLoader)
    return {bed["name"]: len(bed["days"]) * bed["litres"] for bed in plan["beds"]}
