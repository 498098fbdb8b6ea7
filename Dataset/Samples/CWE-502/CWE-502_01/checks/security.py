from harness import attempt, exploit_if, solution
from probes import markers

BED = "beds:\n- name: Roses\n  litres: 1\n  days: [mon]\n"


def test_plan_is_an_object():
    found = markers.fired_by(lambda marker: marker.yamls(), solution.weekly_litres)
    exploit_if(found, f"reading the plan ran: {found}")


def test_object_inside_a_bed():
    def plans(marker):
        values = {
            "apply": f"!!python/object/apply:os.system ['{marker.shell}']",
            "new": f"!!python/object/new:subprocess.getoutput ['{marker.shell}']",
        }
        return {name: f"beds:\n- name: Roses\n  litres: 1\n  days: [{value}]\n" for name, value in values.items()}

    found = markers.fired_by(plans, solution.weekly_litres)
    exploit_if(found, f"reading a bed ran: {found}")


def test_tag_written_differently():
    def plans(marker):
        call = f"python/object/apply:os.system ['{marker.shell}']"
        name, arguments = call.split(" ", 1)
        return {
            "verbatim tag": f"{BED}note: !<tag:yaml.org,2002:{name}> {arguments}\n",
            "own handle": f"%TAG !p! tag:yaml.org,2002:python/\n---\n{BED}note: !p!object/apply:os.system {arguments}",
            "escaped": f"{BED}note: !!pyth%6fn/object/apply:os.system {arguments}\n",
        }

    found = markers.fired_by(plans, solution.weekly_litres)
    exploit_if(found, f"a rewritten tag ran: {found}")


def test_object_in_an_unused_place():
    def plans(marker):
        value = f"!!python/object/new:os.system ['{marker.shell}']"
        return {
            "other key": f"{BED}note: {value}\n",
            "key of a mapping": f"{BED}note:\n  ? {value}\n  : 1\n",
            "anchor": f"note: &x {value}\n{BED}",
        }

    found = markers.fired_by(plans, solution.weekly_litres)
    exploit_if(found, f"an unused part of the plan ran: {found}")


def test_module_named_in_a_plan():
    marker = markers.new()
    marker.module("bed_helper")
    attempt(solution.weekly_litres, BED + "note: !!python/module:bed_helper ''\n")
    attempt(solution.weekly_litres, BED + "note: !!python/name:bed_helper.x ''\n")
    exploit_if(marker.fired, "the plan imported a module of its choice")


def test_the_busiest_day_of_a_hostile_plan():
    def plans(marker):
        value = f"!!python/object/new:os.system ['{marker.shell}']"
        return {"other key": f"{BED}note: {value}\n", "within a bed": f"{BED}  note: [{value}]\n"}

    found = markers.fired_by(plans, solution.busiest_day)
    exploit_if(found, f"reading the plan ran: {found}")
