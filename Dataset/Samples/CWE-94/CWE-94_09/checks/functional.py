from harness import attribute, box, environment, solution


def setup():
    environment["SCALE_PIN"] = "4711"


def logs():
    return [solution.Log(7, "larch", 4.5, 31, 80.0), solution.Log(12, "Ulme {x} 'y'", 6.25, 55, 310.0), solution.Log(13, "{{oak}} %s", 3.0, 40, 90.0)]


def report(name, template, some=None):
    box.mkdir(f"f {name}") if not box.exists(f"f {name}") else None
    reports = solution.Reports(box.path(f"f {name}"))
    assert reports.save(name, template) is None
    assert box.read(f"f {name}/{name}.txt") == template.encode()
    return reports.report(name, some or logs())


def test_a_log():
    log = solution.Log(7, "larch", 4.0, 31, 80.0)
    assert [attribute(log, name) for name in ("number", "species", "length", "girth", "paid")] == [7, "larch", 4.0, 31, 80.0]
    assert log.rate() == 20.0


def test_the_pin_is_kept():
    for pin in ("1234", "4711"):
        environment["SCALE_PIN"] = pin
        solution.reload()
        assert attribute(solution, "SCALE_PIN") == pin


def test_lines_of_logs():
    assert report("a", "* {log.number} {log.species}, {log.length} m, {log.girth} cm\n") == (
        "7 larch, 4.5 m, 31 cm\n12 Ulme {x} 'y', 6.25 m, 55 cm\n13 {{oak}} %s, 3.0 m, 40 cm\n")
    assert report("a", "Logs\n* {log.number}\n--\n* {log.girth}\n\n") == "Logs\n7\n12\n13\n--\n31\n55\n40\n\n"


def test_totals():
    assert report("b", "{count} logs\n{sum(length)} {min(length)} {max(length)} {mean(girth):.1f}\n") == "3 logs\n13.75 3.0 6.25 42.0\n"
    assert report("b", "{sum(girth)}{min(girth)}{max(girth)}|{mean(length):.4f}\n") == "1263155|4.5833\n"
    assert report("b", "{count}: {mean(length)}\n", logs()[:1]) == "1: 4.5\n"


def test_formats():
    assert report("c", "* {log.number:04d}|{log.species:<8}|{log.species:*^9.3}|{log.length:>8.2f}|{log.girth:x}\n", logs()[:1]) == "0007|larch   |***lar***|    4.50|1f\n"
    assert report("c", "{count:03d} {sum(length):>9.2f} {max(girth):+d} {mean(girth):.0e} {min(length):}\n") == "003     13.75 +55 4e+01 3.0\n"


def test_all_else_is_text():
    text = "It's 5 %; \"{{count}}\" $x ${{log.paid}} \\n \\ # sum(length) *\n *  {count}\n*{{log}}\n"
    assert report("d", text) == "It's 5 %; \"{count}\" $x ${log.paid} \\n \\ # sum(length) *\n *  3\n*{log}\n"
    assert report("d", "* {{{log.number}}} {{}} 'é'\n", logs()[:1]) == "{7} {} 'é'\n"
    assert report("d", "* * {log.number}\n") == "* 7\n* 12\n* 13\n"


def test_a_file_that_was_copied():
    box.write("f e/month.txt", "{count}\n* {log.species}\n")
    reports = solution.Reports("f e")
    assert reports.report("month", logs()[:1]) == "1\nlarch\n"
    reports.save("month", "{sum(girth)}\n")
    assert reports.report("month", logs()[:1]) == "31\n" and solution.Reports("f e").report("month", logs()) == "126\n"
