"""Watering plans. A loader of its own that knows the plain tags, and nothing else."""
import dataclasses
import functools
import operator

import yaml


class PlanLoader(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser, yaml.composer.Composer,
                 yaml.constructor.SafeConstructor, yaml.resolver.Resolver):
    # not the shared table: what some other module registers with PyYAML's loaders has no effect here
    yaml_constructors = {
        f"tag:yaml.org,2002:{kind}": getattr(yaml.constructor.SafeConstructor, f"construct_yaml_{kind}")
        for kind in ("null", "bool", "int", "float", "binary", "timestamp", "omap", "pairs", "set", "str", "seq", "map")
    }
    yaml_constructors[None] = yaml.constructor.SafeConstructor.construct_undefined
    yaml_multi_constructors = {}

    def __init__(self, text):
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)
        yaml.composer.Composer.__init__(self)
        yaml.constructor.SafeConstructor.__init__(self)
        yaml.resolver.Resolver.__init__(self)


@dataclasses.dataclass
class Bed:
    name: str
    litres: float
    days: list

    week = "mon tue wed thu fri sat sun".split()

    def __post_init__(self):
        if not isinstance(self.name, str) or not isinstance(self.litres, (int, float)):
            raise ValueError("name or litres")
        if not isinstance(self.days, list) or not all(isinstance(d, str) and d in self.week for d in self.days):
            raise ValueError("days")

    def on(self, day):
        return self.litres * self.days.count(day)

    @property
    def weekly(self):
        return self.litres * len(self.days)


def beds(text):
    try:
        loader = PlanLoader(text)
        try:
            plan = loader.get_single_data()
        finally:
            loader.dispose()
        pick = operator.itemgetter("name", "litres", "days")
        found = plan["beds"]
        if not isinstance(found, list):
            raise ValueError("beds")
        return [Bed(*pick(bed)) for bed in found]
    except ValueError:
        raise
    except Exception as error:
        raise ValueError(f"this is no watering plan: {error}") from error


def weekly_litres(plan_text):
    return functools.reduce(lambda done, bed: {**done, bed.name: bed.weekly}, beds(plan_text), {})


def busiest_day(plan_text):
    plan = beds(plan_text)
    if not any(bed.days for bed in plan):
        return None
    litres = [sum(bed.on(day) for bed in plan) for day in Bed.week]
    return Bed.week[litres.index(max(litres))]
