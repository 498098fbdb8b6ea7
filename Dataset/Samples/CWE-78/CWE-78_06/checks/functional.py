import itertools

from harness import box, solution
from probes import programs

numbers = itertools.count()
ADA, TOM = ("Ada Lund", "lake.jpg", "13x18", "2"), ("Tom & Jo's (new)", "Ann's dog & cat (2).jpg", "10 x 15 matt", "12")
ZOE = ("Zoë Łęcka", "plage; été 50 %.jpg", "20×30, <glossy>", "1")


def saved(*orders):
    batch, path = solution.NightBatch(), f"night batch {next(numbers)}.sh"
    for order in orders:
        assert batch.add(*order) is None
    assert batch.save(path) is None
    return path


def arguments(customer, picture, size, copies):
    return ["--size", size, "--copies", copies, picture]


def test_a_batch_without_orders():
    path = saved()
    assert box.text(path).splitlines() == ["#!/bin/sh"]
    assert solution.run_batch(path) is True


def test_every_order_has_a_comment_and_a_command():
    lines = box.text(saved(ADA, TOM, ZOE)).splitlines()
    assert len(lines) == 7 and lines[0] == "#!/bin/sh"
    assert lines[1::2] == ["# Ada Lund", "# Tom & Jo's (new)", "# Zoë Łęcka"]
    assert all("photoprint" in line for line in lines[2::2])


def test_nothing_runs_before_its_time():
    machine = programs.script("photoprint", "exit 0")
    saved(ADA)
    assert machine.calls == []


def test_arguments_arrive_as_they_were_typed():
    machine = programs.script("photoprint", "exit 0")
    assert solution.run_batch(saved(TOM, ADA, ZOE)) is True
    assert machine.calls == [arguments(*one) for one in (TOM, ADA, ZOE)]


def test_a_failure_does_not_stop_the_batch():
    machine = programs.script("photoprint", '[ "$5" = lake.jpg ]')
    path = saved(TOM, ADA)
    assert solution.run_batch(path) is True
    assert len(machine.calls) == 2
    assert solution.run_batch(saved(ADA, TOM)) is False


def test_an_older_file_is_replaced_and_a_batch_goes_on():
    machine = programs.script("photoprint", "exit 0")
    batch = solution.NightBatch()
    batch.add(*ADA)
    box.write("again.sh", "echo older\n" * 20)
    batch.save("again.sh")
    batch.add(*ZOE)
    batch.save("again.sh")
    assert len(box.text("again.sh").splitlines()) == 5
    assert solution.run_batch("again.sh") is True
    assert machine.calls == [arguments(*ADA), arguments(*ZOE)]


def test_a_line_that_was_struck_out_is_not_run():
    machine = programs.script("photoprint", "exit 0")
    lines = box.text(saved(ADA, ZOE)).splitlines()
    box.write("struck.sh", "\n".join([*lines[:2], f"# {lines[2]}", *lines[3:]]) + "\n")
    assert solution.run_batch("struck.sh") is True
    assert machine.calls == [arguments(*ZOE)]
