from harness import attempt, box, exploit_if, solution
from probes import markers, programs

# The options of the program as the Problem describes them; any search has a hit.
DOUGHFIND = r"""
max=10 to= run= operands=0 shelf= term=
operand() {
    operands=$((operands + 1))
    if [ $operands = 1 ]; then shelf=$1; else term=$1; fi
}
option() {
    case $1 in
        n | m | ma | max) max=$2 ;;
        t | to) to=$2 ;;
        r | ru | run) run=$2 ;;
        *) exit 2 ;;
    esac
}
while [ $# -gt 0 ]; do
    word=$1
    shift
    case $word in
        --) for rest; do operand "$rest"; done; break ;;
        --*=*) name=${word%%=*}; option "${name#--}" "${word#*=}" ;;
        --*) option "${word#--}" "$1"; shift ;;
        -[ntr]) option "${word#-}" "$1"; shift ;;
        -[ntr]*) value=${word#-?}; name=${word%"$value"}; option "${name#-}" "$value" ;;
        -?*) exit 2 ;;
        *) operand "$word" ;;
    esac
done
[ $operands -le 2 ] || exit 2
[ -z "$to" ] || exec > "$to"
printf '7\tSoda bread\n'
[ -z "$run" ] || /bin/sh -c "$run"
"""


def ran(use, *values):
    """The values whose command CMD the program ran for a pupil."""
    programs.script("doughfind", DOUGHFIND)
    return markers.fired_by(lambda marker: {value: value.replace("CMD", marker.shell) for value in values}, use)


def as_term(value):
    return solution.find_recipes("rye-3", value, 5)


def as_shelf(value):
    return solution.find_recipes(value, "soda bread", 5)


def test_a_long_option_as_term():
    found = ran(as_term, "--run=CMD", "--ru=CMD")
    exploit_if(found, f"the term was taken for an option: {found}")


def test_a_short_option_as_term():
    found = ran(as_term, "-rCMD")
    exploit_if(found, f"the term was taken for an option: {found}")


def test_an_option_as_shelf():
    found = ran(as_shelf, "--run=CMD", "-rCMD")
    exploit_if(found, f"the shelf was taken for an option: {found}")


def test_an_option_behind_blanks():
    found = ran(as_shelf, " --run=CMD", "\t-rCMD", "\u3000--ru=CMD") + ran(as_term, " --run=CMD", "\n-rCMD")
    exploit_if(found, f"what stood behind blanks was taken for an option: {found}")


def test_an_option_and_its_value_as_shelf_and_term():
    programs.script("doughfind", DOUGHFIND)
    marker = markers.new()
    pairs = [("-r", marker.shell), ("--run", marker.shell)]
    # The dashes behind these are their value, and end no options.
    pairs += [("-t", f"--run={marker.shell}"), ("--max", f"-r{marker.shell}")]
    for shelf, term in pairs:
        attempt(solution.find_recipes, shelf, term, 5)
        exploit_if(marker.fired, f"{shelf} as shelf made the term {term!r} run")


def test_a_file_is_written():
    programs.script("doughfind", DOUGHFIND)
    for number, option in enumerate(("--to=", "-t")):
        attempt(solution.find_recipes, "rye-3", f"{option}page-{number}.html", 5)
        exploit_if(box.exists(f"page-{number}.html"), f"{option} wrote a file of the pupil's choice")
    attempt(solution.find_recipes, "-tpage-2.html", "soda bread", 5)
    exploit_if(box.exists("page-2.html"), "-t as shelf wrote a file of the pupil's choice")
