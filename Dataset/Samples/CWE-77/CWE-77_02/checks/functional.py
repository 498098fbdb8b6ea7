from harness import solution
from probes import programs

# The program as the Problem describes it, with a small archive.
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
hit() {
    [ "$max" -gt 0 ] && printf '%s\t%s\n' "$1" "$2"
    max=$((max - 1))
}
case "$shelf/$term" in
    "rye-3/soda bread") hit 7 "Soda bread"; hit 12 "Soda bread, sweet" ;;
    "rye-3/bread")
        hit 7 "Soda bread"; hit 12 "Soda bread, sweet"; hit 3 "O'Malley's no-knead \"soda\" bread -- quick" ;;
    "rye-3/O'Malley's no-knead \"soda\" bread -- quick") hit 3 "$term" ;;
    "wheat_1/soda bread") hit 40 "Soda bread" ;;
    'wheat_1/oil & salt; $5 * 100% (Lig') hit 41 'Focaccia: oil & salt; $5 * 100% (Liguria)' ;;
    "wheat_1/Zopf – Brioche à tête") hit 42 "$term" ;;
    *) exit 1 ;;
esac
exit 0
"""


def find(shelf, term, limit=10):
    programs.script("doughfind", DOUGHFIND)
    return solution.find_recipes(shelf, term, limit)


def test_hits_in_the_order_of_the_program():
    assert find("rye-3", "soda bread") == [(7, "Soda bread"), (12, "Soda bread, sweet")]


def test_another_shelf():
    assert find("wheat_1", "soda bread") == [(40, "Soda bread")]


def test_no_hit():
    assert find("rye-3", "umbrella") == []


def test_the_limit():
    assert find("rye-3", "bread", 1) == [(7, "Soda bread")]


def test_punctuation_inside_a_term():
    title = "O'Malley's no-knead \"soda\" bread -- quick"
    assert find("rye-3", title) == [(3, title)]
    assert find("wheat_1", "oil & salt; $5 * 100% (Lig") == [(41, "Focaccia: oil & salt; $5 * 100% (Liguria)")]


def test_other_languages():
    assert find("wheat_1", "Zopf – Brioche à tête") == [(42, "Zopf – Brioche à tête")]


def test_the_search_failed():
    programs.script("doughfind", "exit 3")
    try:
        found = solution.find_recipes("rye-3", "bread", 5)
    except RuntimeError:
        return
    assert False, f"gave {found!r}"


def test_more_than_ten_hits():
    tool = programs.script("doughfind", "\n".join(f"printf '{number}\\tBun {number}\\n'" for number in range(1, 16)))
    assert solution.find_recipes("buns", "bun", 15) == [(number, f"Bun {number}") for number in range(1, 16)]
    assert len(tool.calls) == 1
