from harness import solution
from probes import programs


def museum():
    hall = programs.script("hall", 'line=$1; shift; exec /bin/sh -c "$line" hall "$@"')
    punch = programs.script("punch", r"""printf '%s>%s' "$2" "$4" """)
    printer = programs.script("teleprint", r"""printf '%s<' "$2"; cat; echo""")
    for one in (hall, punch, printer):
        one.clear()
    return hall, punch, printer


def check(name, text, machines):
    hall, punch, printer = museum()
    told = solution.send(name, text, machines)
    assert told == "".join(f"{machine}<{name}>{text}\n" for machine in machines), told
    assert punch.calls == [["--from", name, "--", text]] * len(machines), punch.calls
    assert sorted(printer.calls) == sorted(["--machine", machine] for machine in machines), printer.calls
    assert len(hall.calls) == 1


def test_a_message_to_one_machine():
    check("Ida", "Hello", ["Lorenz"])
    check("Zoë", "Grüße aus Köln, 5 € -- ok", ["Siemens T 100"])


def test_signs_that_visitors_type():
    check("Pat O'Neill", 'Is it $5, or "50 %"? (I *think* so!) & more; or not | #1 <3', ["Creed 7"])
    check("~ $HOME $1", "two\nlines   with blanks\t", ["T 100 (left) & 'old'"])


def test_several_machines():
    check("Ida", "Hi all", ["Creed 7", "Lorenz", "Creed 7"])
    check("Ida M.", "Hi  you", [f"Machine {number}" for number in range(1, 21)])


def test_texts_that_look_like_options():
    check("-n", "--machine", ["-x"])
    check("--", "", ["--"])
