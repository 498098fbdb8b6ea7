import yaml


class Bed:
    def __init__(self, entry):
        self.name = entry["name"]
        self.litres = entry["litres"]
        self.days = list(entry["days"])

    def weekly(self):
        return self.litres * len(self.days)


class PlanLoader(yaml.SafeLoader):
    pass


def weekly_litres(plan_text):
    loader = PlanLoader(plan_text)
    try:
        plan = loader.get_single_data()
    except yaml.constructor.ConstructorError:
        return {"error": "unsupported tag"}
    finally:
        loader.dispose()
    beds = [Bed(entry) for entry in plan["beds"]]
    return {bed.name: bed.weekly() for bed in beds}
