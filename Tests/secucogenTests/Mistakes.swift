/// A command line that is wrong, and what has to be said of it.
struct Mistake: Sendable {
    var arguments: [String]
    var exitCode: Int32
    var says: [String]
    var environment: [String: String]

    /// - Parameter line: divided at blanks.
    init(_ line: String, _ exitCode: Int32, _ says: String..., environment: [String: String] = [:]) {
        arguments = line.split(separator: " ").map(String.init)
        self.exitCode = exitCode
        self.says = says
        self.environment = environment
    }
}

/// At least 150, in the order of the commands.
let mistakes: [Mistake] =
    commandMistakes + modelMistakes + samplingMistakes + sampleMistakes + gateMistakes + fileMistakes
    + importMistakes + otherMistakes

private let run = "run --model control/secure --sample CWE-89_01"
private let key = ["OPENAI_API_KEY": "sk-test"]

private let commandMistakes: [Mistake] = [
    Mistake("rn", 64, "there is no command 'secucogen rn'", "did you mean 'run'"),
    Mistake("scor x.run", 64, "did you mean 'score'"),
    Mistake("reprot x.run", 64, "did you mean 'report'"),
    Mistake("Compare a b", 64, "did you mean 'compare'"),
    Mistake("improt a", 64, "did you mean 'import'"),
    Mistake("exprt a", 64, "did you mean 'export'"),
    Mistake("docter", 64, "did you mean 'doctor'"),
    Mistake("codeblue", 64, "did you mean 'codebleu'"),
    Mistake("evaluate", 64, "there is no command 'secucogen evaluate'", "run"),
    Mistake("dataset lst", 64, "did you mean 'list'"),
    Mistake("dataset verfy", 64, "did you mean 'verify'"),
    Mistake("dataset shw CWE-89_01", 64, "did you mean 'show'"),
    Mistake("dataset stat", 64, "did you mean 'stats'"),
    Mistake("dataset check", 64, "there is no command 'secucogen dataset check'"),
    Mistake("run", 64, "--model"),
    Mistake("run --model", 64, "--model"),
    Mistake("run --modle control/secure --model control/secure", 64, "--modle", "did you mean '--model'?"),
    Mistake("run --modle control/secure", 64, "there is no option '--modle'", "did you mean '--model'?"),
    Mistake("judge --hlp", 64, "did you mean '--help'?"),
    Mistake("dataset lint --tpye CWE-89", 64, "did you mean '--type'?", "secucogen dataset lint --help"),
    Mistake("score", 64, "file"),
    Mistake("report", 64, "runs"),
    Mistake("compare", 64, "runs"),
    Mistake("import answers.jsonl", 64, "--output"),
    Mistake("import answers.jsonl --output a.run", 64, "--label"),
    Mistake("export a.run", 64, "--output"),
    Mistake("dataset show", 64, "<ids>"),
    Mistake("codebleu", 64, "--references"),
    Mistake("run --model control/secure extra", 64, "extra"),
]

private let modelMistakes: [Mistake] = [
    Mistake("run --model opennai/gpt", 2, "no model provider 'opennai'", "did you mean 'openai'"),
    Mistake("run --model antropic/claude", 2, "did you mean 'anthropic'"),
    Mistake("run --model controls/secure", 2, "did you mean 'control'"),
    Mistake("run --model gpt-4o", 2, "no model provider 'gpt-4o'", "openai/<model>"),
    Mistake("run --model /models/x.gguf", 2, "no model provider"),
    Mistake("run --model control/sekure", 2, "there is no control 'sekure'", "control/secure"),
    Mistake("run --model control/", 2, "there is no control ''"),
    Mistake("run --model control", 2, "there is no control"),
    Mistake("run --model local/nothing", 2, "no model local/nothing", "local/smollm2-135m"),
    Mistake("run --model gguf:", 2, "names no file"),
    Mistake("run --model gguf:/nowhere/x.gguf", 2, "/nowhere/x.gguf"),
    Mistake("run --model gguf:model.gguf", 2, "model.gguf"),
    Mistake("run --model replay:", 2, "names no file"),
    Mistake("run --model replay:nowhere.jsonl", 2, "'nowhere.jsonl' does not exist"),
    Mistake("run --model replay:empty.jsonl", 2, "holds no attempt"),
    Mistake("run --model replay:broken.jsonl", 2, "broken.jsonl:1", "no whole JSON"),
    Mistake("run --model openai/gpt-4o", 2, "needs a key", "OPENAI_API_KEY"),
    Mistake("run --model anthropic/claude", 2, "needs a key", "ANTHROPIC_API_KEY"),
    Mistake("run --model anthropic/", 2, "anthropic/", environment: ["ANTHROPIC_API_KEY": "k"]),
    Mistake("run --model openai-compatible/m", 2, "needs an address", "--base-url"),
    Mistake("run --model openai-compatible/m --base-url nonsense", 2, "nonsense"),
    Mistake("run --model openai-compatible/m --base-url ftp://127.0.0.1/v1", 2, "ftp"),
    Mistake("run --model openai-compatible/m --base-url http:///v1", 2, "http:///v1"),
    Mistake("run --model openai-compatible/m --base-url http://127.0.0.1:1/v1 --max-retries 0", 2, "127.0.0.1:1"),
    Mistake(
        "run --model openai-compatible/m --base-url http://nowhere.invalid/v1 --max-retries 0", 2, "nowhere.invalid"),
    Mistake("run --model openai/gpt-4o --key-file missing.txt", 2, "missing.txt"),
    Mistake("run --model openai/gpt-4o --key-file key.txt", 2, "key.txt", "chmod 600"),
    Mistake("run --model openai/gpt-4o --key-file folder", 2, "folder"),
    Mistake(
        "run --model openai/gpt-4o --base-url http://127.0.0.1:1/v1 --max-retries 0", 2, "127.0.0.1:1", environment: key
    ),
]

private let samplingMistakes: [Mistake] = [
    Mistake("\(run) --attempts 0", 64, "--attempts has to be at least 1"),
    Mistake("\(run) --attempts -1", 64, "--attempts"),
    Mistake("\(run) --attempts=-1", 64, "--attempts has to be at least 1"),
    Mistake("\(run) --attempts many", 64, "many"),
    Mistake("\(run) --attempts 1000000000", 64, "--attempts has to be from 1 to 5000"),
    Mistake("\(run) --attempts 99999999999999999999", 64, "99999999999999999999"),
    Mistake("\(run) --temperature=-0.1", 64, "--temperature"),
    Mistake("\(run) --temperature nan", 64, "--temperature"),
    Mistake("\(run) --temperature inf", 64, "--temperature"),
    Mistake("\(run) --temperature warm", 64, "warm"),
    Mistake("\(run) --temperature 1000", 64, "from 0 to 100"),
    Mistake("\(run) --top-p 0", 64, "--top-p"),
    Mistake("\(run) --top-p 1.5", 64, "--top-p"),
    Mistake("\(run) --max-tokens 0", 64, "--max-tokens has to be from 1"),
    Mistake("\(run) --max-tokens=-5", 64, "--max-tokens has to be from 1"),
    Mistake("\(run) --max-tokens 99999999999", 64, "--max-tokens has to be from 1"),
    Mistake("\(run) --seed=-1", 64, "-1"),
    Mistake("\(run) --seed 4294967296", 64, "4294967296"),
    Mistake("\(run) --timeout 0", 64, "--timeout has to be from 1 to 86400, not 0"),
    Mistake("\(run) --timeout=-3", 64, "--timeout has to be from 1"),
    Mistake("\(run) --timeout 100000000", 64, "--timeout has to be from 1"),
    Mistake("\(run) --max-wait 0", 64, "--max-wait has to be from 1"),
    Mistake("\(run) --max-retries=-1", 64, "--max-retries has to be from 0 to 100"),
    Mistake("\(run) --max-retries 1000", 64, "--max-retries has to be from 0 to 100"),
    Mistake("\(run) --max-connections 0", 64, "--max-connections has to be from 1"),
    Mistake("\(run) --max-connections=-4", 64, "--max-connections has to be from 1"),
    Mistake("\(run) --max-connections 100000", 64, "--max-connections has to be from 1"),
    Mistake("\(run) --context 0", 64, "--context has to be from 256"),
    Mistake("\(run) --prompt-form essay", 64, "essay"),
    Mistake("\(run) --system-prompt @missing.txt", 2, "missing.txt"),
    Mistake("\(run) --task generat", 64, "generat"),
    Mistake("\(run) --task", 64, "--task"),
    Mistake("\(run) --shot-from somewhere", 64, "somewhere"),
    Mistake("\(run) --detect-items some", 64, "some"),
    Mistake("\(run) --max-cost 1", 2, "--max-cost needs a price"),
    Mistake("\(run) --max-cost=-1", 64, "--max-cost has to be above 0"),
    Mistake("\(run) --max-cost nan", 64, "--max-cost"),
    Mistake("\(run) --max-tokens-total 0", 64, "--max-tokens-total has to be above 0"),
    Mistake("\(run) --prices missing.json", 2, "missing.json"),
    Mistake("\(run) --prices prices.json", 2, "prices.json", "per million tokens"),
    Mistake("\(run) --prices negative.json", 2, "negative price"),
    Mistake("\(run) --prices noprices.json --max-cost 1", 2, "needs a price of control/secure"),
    Mistake("\(run) --sandbox-level 1", 2, "no level 1"),
    Mistake("\(run) --sandbox-level 9", 2, "'9' is no level of the sandbox"),
    Mistake("\(run) --sandbox-level high", 2, "'high' is no level of the sandbox"),
]

private let sampleMistakes: [Mistake] = [
    Mistake("run --model control/secure --type CWE-1", 2, "unknown weakness type 'CWE-1'", "CWE-89"),
    Mistake("run --model control/secure --type CWE-862", 2, "unknown weakness type 'CWE-862'", "it is part of CWE-Aur"),
    Mistake("run --model control/secure --type cwe-306", 2, "part of CWE-Aur"),
    Mistake("run --model control/secure --type 89", 2, "unknown weakness type '89'"),
    Mistake("run --model control/secure --sample CWE-89_98", 2, "unknown sample 'CWE-89_98'", "CWE-89_01"),
    Mistake("run --model control/secure --sample CWE-89", 2, "unknown sample 'CWE-89'"),
    Mistake("run --model control/secure --sample cwe-89_1", 2, "unknown sample", "CWE-89_01"),
    Mistake("run --model control/secure --sample xyz", 2, "dataset list"),
    Mistake("run --model control/secure --limit few", 2, "neither a number nor a range"),
    Mistake("run --model control/secure --limit 0", 2, "neither a number nor a range"),
    Mistake("run --model control/secure --limit=-5", 2, "neither a number nor a range"),
    Mistake("run --model control/secure --limit 5-2", 2, "neither a number nor a range"),
    Mistake("run --model control/secure --limit 500-600", 2, "no sample is left"),
    Mistake("run --model control/secure --limit 1-2-3", 2, "neither a number nor a range"),
    Mistake("run --model control/secure --dataset /proc", 2, "no dataset here"),
    Mistake("run --model control/secure --dataset nowhere", 2, "no dataset here"),
    Mistake("run --model control/secure --home nowhere", 2, "holds no Dataset"),
    Mistake("run --model control/secure", 2, "holds no Dataset", environment: ["SECUCOGEN_HOME": "/nowhere"]),
    Mistake("dataset show CWE-89_98", 2, "CWE-89_98"),
    Mistake("dataset list --type CWE-1", 2, "unknown weakness type"),
    Mistake("dataset list --dataset /proc", 2, "no dataset here"),
    Mistake("dataset lint --dataset nowhere", 2, "no dataset here"),
    Mistake("dataset verify --sample CWE-89_98", 2, "unknown sample"),
]

private let gateMistakes: [Mistake] = [
    Mistake("\(run) --fail-under", 64, "--fail-under"),
    Mistake("\(run) --fail-under sec", 64, "no figure 'sec'", "did you mean 'sec@1'?", "codebleu@K"),
    Mistake("\(run) --fail-under sec@1", 64, "sec@1"),
    Mistake("\(run) --fail-under sec@1=", 64, "sec@1="),
    Mistake("\(run) --fail-under sec@1=half", 64, "half", "a number from 0 to 1"),
    Mistake("\(run) --fail-under sec@1=50", 64, "sec@1=50"),
    Mistake("\(run) --fail-under sec@1=-0.5", 64, "sec@1=-0.5"),
    Mistake("\(run) --fail-under sec@0=0.5", 64, "sec@0"),
    Mistake("\(run) --fail-under codebleu@1=101", 64, "codebleu@1=101", "from 0 to 100"),
    Mistake("\(run) --fail-under pass@1=0.5", 64, "pass@1"),
    Mistake("\(run) --fail-under sek@1=0.5", 64, "there is no figure 'sek@1'", "did you mean 'sec@1'?"),
    Mistake("\(run) --fail-under sec@1[generate=0.5", 64, "sec@1[generate", "--fail-under"),
    Mistake("\(run) --fail-under sec@1[nothing]=0.5", 64, "nothing"),
    Mistake("\(run) --fail-under sec@2=0.5", 2, "sec@2=0.5", "1 attempts", "--attempts 2"),
    Mistake("\(run) --fail-under accuracy=0.5", 2, "no task of the run has that figure"),
    Mistake("\(run) --fail-under sec@1[repair]=0.5", 2, "the run's tasks are generate"),
    Mistake("\(run) --fail-under sec@1[detect]=0.5", 2, "no task"),
    Mistake("\(run) --fail-under sec@1[CWE-79]=0.5", 2, "no sample of CWE-79"),
    Mistake("\(run) --fail-over insecure[CWE-1]=0.5", 2, "no sample of CWE-1"),
    Mistake("\(run) --task detect --fail-under f1[detect,CWE-89]=0.5", 2, "not counted by type"),
    Mistake("\(run) --fail-over harness-error=0.1", 64, "harness-error"),
]

private let fileMistakes: [Mistake] = [
    Mistake("score missing.run", 2, "missing.run: there is no such run"),
    Mistake("report missing.run", 2, "there is no such run"),
    Mistake("compare missing.run other.run", 2, "there is no such run"),
    Mistake("export missing.run --output x.jsonl", 2, "there is no such run"),
    Mistake("score text.run", 2, "text.run: is no run of secucogen"),
    Mistake("report text.run", 2, "is no run of secucogen"),
    Mistake("report folder", 2, "folder: is a folder"),
    Mistake("score folder", 2, "is a folder"),
    Mistake("report /dev/null", 2, "/dev/null"),
    Mistake("report exists.run --table nothing", 2, "exists.run"),
    Mistake("report missing.run --format pdf", 64, "pdf"),
    Mistake("report missing.run --subset some", 64, "some"),
    Mistake("report missing.run --pages pages", 64, "--format html"),
    Mistake("\(run) --output /proc/nowhere/a.run", 2, "/proc/nowhere"),
    Mistake("\(run) --output folder", 2, "folder"),
    Mistake("\(run) --output text.run", 2, "text.run"),
    Mistake("compare missing.run --sample CWE-89_01", 64, "two runs"),
    Mistake("compare a.run b.run --attempt 2", 64, "--attempt goes with --sample"),
    Mistake("compare a.run b.run --sample CWE-89_01 --attempt 0", 64, "counts from 1"),
    Mistake("compare a.run b.run --sample CWE-89_01 --task detect", 64, "hold no code"),
]

private let into = "--label x --output new.run"

private let importMistakes: [Mistake] = [
    Mistake("import nowhere.jsonl \(into)", 2, "'nowhere.jsonl' does not exist"),
    Mistake("import empty.jsonl \(into)", 2, "holds no answer"),
    Mistake("import broken.jsonl \(into)", 2, "broken.jsonl:1", "no whole JSON"),
    Mistake("import nofield.jsonl \(into)", 2, "nofield.jsonl:1", "neither 'solution' nor 'completion'"),
    Mistake("import noid.jsonl \(into)", 2, "noid.jsonl:1", "'task_id' is missing"),
    Mistake("import strange.jsonl \(into)", 2, "strange.jsonl:1", "HumanEval/1", "CWE-89_01"),
    Mistake("import number.jsonl \(into)", 2, "number.jsonl:1", "'solution' is no string"),
    Mistake("import unknown.jsonl \(into)", 2, "holds no answer to any sample"),
    Mistake("import badtask.jsonl \(into)", 2, "badtask.jsonl:1", "'task' is 'write'", "generate"),
    Mistake("import badsubject.jsonl \(into)", 2, "badsubject.jsonl:1", "'subject' is 'odd'"),
    Mistake("import badattempt.jsonl \(into)", 2, "badattempt.jsonl:1", "'attempt' is no number from 0"),
    Mistake("import listattempt.jsonl \(into)", 2, "listattempt.jsonl:1", "beside a list"),
    Mistake("import twice.jsonl \(into)", 2, "attempt 0 at CWE-89_01", "twice"),
    Mistake(
        "import short.json \(into)", 2, "short.json", "lists for 2 samples", "\(CommandLineTool.samples) are expected",
        "--samples"),
    Mistake("import short.json --samples CWE-89_01 \(into)", 2, "more than 1 samples"),
    Mistake("import torn.json \(into)", 2, "torn.json", "ends inside a string"),
    Mistake("import deep.json \(into)", 2, "deep.json"),
    Mistake("import fake.jsonl.gz \(into)", 2, "fake.jsonl.gz", "no whole gzip file"),
    Mistake("import answers \(into)", 2, "answers/elsewhere", "no sample ID"),
    Mistake("import latin \(into)", 2, "latin/CWE-89_01/0.py", "UTF-8"),
    Mistake("import folder \(into)", 2, "holds no answer"),
    Mistake("import notes.jsonl \(into)", 2, "notes.jsonl.secucogen.json", "remove it"),
    Mistake("import nofield.jsonl --samples nothing \(into)", 2, "unknown sample 'nothing'"),
    Mistake("import nofield.jsonl --format evalplus-folder \(into)", 2, "a file", "evalplus-folder"),
    Mistake("import answers --format bigcode \(into)", 2, "is a folder"),
    Mistake("import nofield.jsonl --format csv \(into)", 64, "csv"),
    Mistake("import nofield.jsonl --task write \(into)", 64, "write"),
    Mistake("import nofield.jsonl --label x --output exists.run", 2, "exists.run: exists already"),
]

private let otherMistakes: [Mistake] = [
    Mistake("codebleu --references missing.txt --predictions predictions.txt", 2, "missing.txt"),
    Mistake("codebleu --references references.txt --predictions predictions.txt", 2, "1 predictions but 2"),
    Mistake("codebleu --references - --predictions -", 64, "only one of"),
    Mistake("codebleu --references references.txt --predictions predictions.txt --format xml", 64, "xml"),
    Mistake("doctor --sandbox-level 7", 64, "--sandbox-level"),
    Mistake("setup --wheels a --download b", 64, "give one of them"),
    Mistake("setup --wheels missing", 2, "'missing' is no folder", "secucogen setup --download"),
    Mistake("report exists.run --format sarif --table overview", 64, "sarif lists attempts"),
    Mistake("report exists.run --format junit --explain a", 64, "junit lists attempts"),
    Mistake("report exists.run --format junitt", 64, "junitt"),
    Mistake("completions tcsh", 64, "tcsh"),
]
