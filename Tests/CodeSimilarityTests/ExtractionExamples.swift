import Testing

/// Triggering examples for the extraction of code.
struct ExtractionExample: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var prefix: String?
    var entryPoints = ["find"]
    /// What must be in the code.
    var keeps: [String]
    /// What must not be in the code.
    var cuts: [String] = []

    var testDescription: String { name }
}

private let body = "def find(name):\n    return name.upper()\n"

let messageExamples: [ExtractionExample] = [
    .init(
        name: "python fence", text: "Sure!\n```python\n\(body)```\nThis works.", keeps: [body], cuts: ["Sure", "works"]),
    .init(name: "py fence", text: "```py\n\(body)```", keeps: [body]),
    .init(name: "Python3 fence with blanks", text: "```  Python3  \n\(body)```  ", keeps: [body]),
    .init(name: "fence without a language", text: "Here:\n```\n\(body)```\nEnd.", keeps: [body], cuts: ["End"]),
    .init(name: "attributes after the language", text: "```python title=\"a.py\"\n\(body)```", keeps: [body]),
    .init(name: "language in braces", text: "```{.python}\n\(body)```", keeps: [body]),
    .init(name: "tildes", text: "~~~python\n\(body)~~~\nDone", keeps: [body], cuts: ["Done"]),
    .init(name: "four back-ticks", text: "````python\n\(body)````\n", keeps: [body], cuts: ["`"]),
    .init(
        name: "fence indented in a list",
        text: "1. First:\n   ```python\n   def find(name):\n       return name.upper()\n   ```\n2. Then rest.",
        keeps: [body], cuts: ["Then"]),
    .init(name: "fence after words", text: "The code: ```python\n\(body)```", keeps: [body], cuts: ["The code"]),
    .init(
        name: "fence at the end of the last line", text: "```python\ndef find(name):\n    return name.upper()```\nYes.",
        keeps: [body], cuts: ["`", "Yes"]),
    .init(name: "unclosed fence", text: "Of course.\n```python\n\(body)", keeps: [body]),
    .init(
        name: "unclosed fence with chatter", text: "```python\n\(body)\nThis function does what you asked for.",
        keeps: [body], cuts: ["asked"]),
    .init(
        name: "carriage returns", text: "Hi\r\n```python\r\ndef find(name):\r\n    return name.upper()\r\n```\r\n",
        keeps: [body]),
    .init(
        name: "fence inside a docstring",
        text:
            "```python\ndef find(name):\n    \"\"\"Like this:\n\n    ```\n    find('a')\n    ```\n    \"\"\"\n    return name.upper()\n```\nBye",
        keeps: ["find('a')", "return name.upper()"], cuts: ["Bye"]),
    .init(
        name: "another language before",
        text: "```bash\npip install flask\n```\n```python\n\(body)```\n```json\n{\"a\": 1}\n```", keeps: [body],
        cuts: ["pip", "{"]),
    .init(name: "no fence", text: body, keeps: [body]),
    .init(name: "no fence, words before", text: "Here is the function:\n\n\(body)", keeps: [body], cuts: ["Here"]),
    .init(
        name: "no fence, words around",
        text: "Sure, here it is:\n\n\(body)\nIt returns the name (in capitals\nas you wished).", keeps: [body],
        cuts: ["Sure", "capitals"]),
    .init(
        name: "no fence, one word before", text: "Solution\n\n\(body)\nNote: it is tested", keeps: [body],
        cuts: ["Solution", "Note"]),
    .init(
        name: "indented below words",
        text: "Use this:\n\n    import re\n\n    def find(name):\n        return re.escape(name)\n\nGood luck!",
        keeps: ["import re\n\ndef find(name):\n    return re.escape(name)"], cuts: ["Good"]),
    .init(name: "opening fence lost", text: "\(body)```\nIt works by magic.", keeps: [body], cuts: ["magic", "`"]),
    .init(
        name: "a later complete draft",
        text: "```python\ndef find(name):\n    return name.lower()\n```\nWait, better:\n```python\n\(body)```",
        keeps: [body], cuts: ["lower"]),
    .init(
        name: "a later fragment", text: "```python\n\(body)```\nCall it so:\n```python\nprint(find('a'))\n```",
        keeps: [body],
        cuts: ["print"]),
    .init(
        name: "a later stub",
        text: "```python\n\(body)```\nThe signature again:\n```python\ndef find(name):\n    ...\n```", keeps: [body],
        cuts: ["..."]),
    .init(
        name: "a later torn draft",
        text: "```python\n\(body)```\nShorter:\n```python\ndef find(name):\n    return (name.\n",
        keeps: [body]),
    .init(
        name: "imports in a block of their own",
        text:
            "First the imports:\n```python\nimport re\nfrom os import path\n```\nThen:\n```python\ndef find(name):\n    return re.escape(path.basename(name))\n```",
        keeps: ["import re", "from os import path", "def find"]),
    .init(
        name: "a helper in a later block",
        text:
            "```python\ndef find(name):\n    return clean(name)\n```\nwith\n```python\nLIMIT = 3\n\ndef clean(name):\n    return name[:LIMIT]\n```",
        keeps: ["def find", "def clean", "LIMIT = 3"]),
    .init(
        name: "entry points in two blocks",
        text: "```python\ndef find(name):\n    return 1\n```\nand\n```python\ndef store(name):\n    return 2\n```",
        entryPoints: ["find", "store"], keeps: ["def find", "def store"]),
    .init(
        name: "interpreter session",
        text: "```pycon\n>>> def find(name):\n...     return name.upper()\n...\n>>> find('a')\n'A'\n```",
        keeps: [body], cuts: [">>>", "'A'"]),
    .init(
        name: "thoughts before the answer",
        text: "<think>Maybe\n```python\ndef find(name):\n    return 0\n```\n</think>\n```python\n\(body)```",
        keeps: [body],
        cuts: ["return 0"]),
    .init(name: "end token", text: "```python\n\(body)```<|im_end|>", keeps: [body], cuts: ["im_end"]),
    .init(name: "another name", text: "```python\ndef search(name):\n    return name\n```", keeps: ["def search"]),
    .init(name: "one-line text with a fence", text: "```python\nfind = str.upper\n```", keeps: ["find = str.upper"]),
]

let reachExamples: [ExtractionExample] = [
    .init(
        name: "a constant that no function uses",
        text:
            "```python\nimport os\n\nTILL_KEY = os.environ[\"TILL_KEY\"]\nMODE: str = \"rw\"\nSHOWN = find(\"a\")\n\ndef find(name):\n    return name\n```",
        keeps: ["import os", "TILL_KEY = ", "MODE: str", "def find"], cuts: ["SHOWN"]),
    .init(
        name: "a function of a module that sets it up",
        text:
            "```python\nfrom xml.etree.ElementTree import register_namespace\nfrom pprint import pprint\n\nregister_namespace(\"\", \"x\")\n\ndef find(name):\n    return name\n\npprint(find(\"a\"))\n```",
        keeps: ["register_namespace(\"\", \"x\")", "def find"], cuts: ["pprint(find"]),
    .init(
        name: "a guard that ends the program",
        text:
            "```python\nimport os, sys\n\nKEY = os.environ.get(\"KEY\")\nif not KEY:\n    print(\"no KEY\")\n    sys.exit(\"KEY must be set\")\n\ndef find(name):\n    return name + KEY\n\nif KEY:\n    print(find(\"a\"))\n\nif len(sys.argv) < 2:\n    sys.exit(\"usage\")\n```",
        keeps: ["if not KEY:\n    print(\"no KEY\")\n    sys.exit(\"KEY must be set\")", "def find"],
        cuts: ["usage", "print(find"]),
    .init(
        name: "decorated function",
        text:
            "```python\nimport functools\n\n@functools.lru_cache(maxsize=None)\ndef find(name):\n    return name\n```",
        keeps: ["import functools", "@functools.lru_cache(maxsize=None)\ndef find"]),
    .init(
        name: "try: import",
        text:
            "```python\ntry:\n    import simplejson as json\nexcept ImportError:\n    import json\n\ndef find(name):\n    return json.loads(name)\n```",
        keeps: ["try:\n    import simplejson as json\nexcept ImportError:\n    import json", "def find"]),
    .init(
        name: "x += 1", text: "```python\nlimit = 1\nlimit += 1\n\ndef find(name):\n    return name[:limit]\n```",
        keeps: ["limit = 1\nlimit += 1", "def find"]),
    .init(
        name: "Flask app",
        text:
            "```python\nfrom flask import Flask, request\n\napp = Flask(__name__)\napp.config['X'] = 1\napp.config.update(Y=2)\n\n@app.route('/other')\ndef other():\n    return 'x'\n\n@app.route('/find')\ndef find():\n    return request.args['q']\n\nif __name__ == '__main__':\n    app.run(debug=True)\n```",
        keeps: [
            "app = Flask(__name__)", "app.config['X'] = 1", "app.config.update(Y=2)", "@app.route('/find')\ndef find",
            "def other",
        ],
        cuts: ["app.run", "__main__"]),
    .init(
        name: "app as the entry point",
        text:
            "from flask import Flask\napp = Flask(__name__)\n@app.route('/')\ndef index():\n    return LIMIT\nLIMIT = 'a'\napp.run()\n",
        entryPoints: ["app"], keeps: ["app = Flask", "def index", "LIMIT = 'a'"], cuts: ["app.run"]),
    .init(
        name: "class with bases and helpers",
        text:
            "```python\nclass Base:\n    pass\n\ndef helper():\n    return KEY\n\nKEY = 'k'\n\nclass Finder(Base):\n    def go(self):\n        return helper()\n\nclass Unused:\n    pass\n```",
        entryPoints: ["Finder"], keeps: ["class Base", "def helper", "KEY = 'k'", "class Finder"], cuts: ["Unused"]),
    .init(
        name: "tests and examples below",
        text:
            "```python\n\(body)\ndef test_find():\n    assert find('a') == 'A'\n\ntest_find()\nprint(find('a'))\nfor n in ['a']:\n    print(find(n))\nresult = find('x')\nassert find('b') == 'B'\n```",
        keeps: [body], cuts: ["test_find", "print", "result", "assert"]),
    .init(
        name: "input at module level",
        text: "```python\n\(body)\nname = input('Name: ')\nwhile True:\n    name = input()\n    print(find(name))\n```",
        keeps: [body], cuts: ["input"]),
    .init(
        name: "set-up of modules and data",
        text:
            "```python\nimport logging\nimport sqlite3\n\nlogging.basicConfig(level=logging.INFO)\nDB = sqlite3.connect(':memory:')\nDB.execute('create table t (n)')\n\ndef init_db():\n    DB.commit()\n\ninit_db()\n\ndef find(name):\n    return DB.execute('select ?', [name]).fetchall()\n```",
        keeps: ["logging.basicConfig", "DB = sqlite3", "DB.execute('create", "def init_db", "\ninit_db()"]),
    .init(
        name: "data filled in a loop",
        text:
            "```python\nTABLE = {}\nfor letter in 'abc':\n    TABLE[letter] = letter.upper()\n\ndef find(name):\n    return TABLE[name]\n```",
        keeps: ["TABLE = {}", "for letter in 'abc':\n    TABLE[letter]"]),
    .init(
        name: "registry by decorator",
        text:
            "```python\nHANDLERS = {}\n\ndef register(f):\n    HANDLERS[f.__name__] = f\n    return f\n\n@register\ndef upper(s):\n    return s.upper()\n\ndef find(name):\n    return HANDLERS['upper'](name)\n```",
        keeps: ["@register\ndef upper", "HANDLERS = {}", "def register"]),
    .init(
        name: "names asked for at run time",
        text:
            "```python\ndef handle_a():\n    return 1\n\ndef find(name):\n    return globals()['handle_' + name]()\n```",
        keeps: ["def handle_a"]),
    .init(
        name: "statements on one line",
        text: "```python\nimport re; limit = 3\n\ndef find(name): return re.sub('a', 'b', name)[:limit]\n```",
        keeps: ["import re; limit = 3", "def find"]),
    .init(
        name: "conditional definition",
        text:
            "```python\nimport sys\n\nif sys.version_info > (3,):\n    def quote(s):\n        return s\nelse:\n    quote = None\n\ndef find(name):\n    return quote(name)\n```",
        keeps: ["def quote", "quote = None"]),
    .init(
        name: "text at the left margin of a string",
        text:
            "Here:\n\nQUERY = \"\"\"\nselect *\nfrom t\n\"\"\"\n\ndef find(name):\n    return QUERY\n\nHope it helps!",
        keeps: ["QUERY = \"\"\"\nselect *\nfrom t\n\"\"\"", "def find"], cuts: ["Hope"]),
    .init(
        name: "brackets over several lines",
        text:
            "Words first.\n\nALLOWED = {\n'a': 1,\n}\n\ndef find(\n    name,\n):\n    return ALLOWED[name]\n\nLast words.",
        keeps: ["ALLOWED = {\n'a': 1,\n}", "def find(\n    name,\n):\n    return ALLOWED"], cuts: ["words", "Words"]),
    .init(
        name: "comments above",
        text: "```python\n# The limit.\nLIMIT = 1\n\n# Finds.\ndef find(name):\n    return LIMIT\n```",
        keeps: ["# The limit.\nLIMIT", "# Finds.\ndef find"]),
    .init(
        name: "asynchronous function",
        text: "```python\nimport asyncio\n\nasync def find(name):\n    return name\n\nasyncio.run(find('a'))\n```",
        keeps: ["async def find"], cuts: ["asyncio.run"]),
]

let completionExamples: [ExtractionExample] = [
    .init(
        name: "the body alone", text: "    return re.escape(name)\n", prefix: "import re\n\ndef find(name):\n",
        keeps: ["import re\n\ndef find(name):\n    return re.escape(name)\n"]),
    .init(
        name: "runs on past the function",
        text: "    return name\n\n\ndef other():\n    return 1\n\nprint(find('a'))\n\n# Test\nassert find(",
        prefix: "def find(name):\n",
        keeps: ["def find(name):\n    return name\n"], cuts: ["other", "print", "assert"]),
    .init(
        name: "helper after the function", text: "    return clean(name)\n\ndef clean(name):\n    return name\n",
        prefix: "def find(name):\n",
        keeps: ["return clean(name)", "def clean"]),
    .init(
        name: "first blanks lost", text: "name = name.strip()\n    return name\n", prefix: "def find(name):\n",
        keeps: ["    name = name.strip()\n    return name"]),
    .init(
        name: "all blanks lost", text: "if name:\n    return name\nreturn None", prefix: "def find(name):\n",
        keeps: ["    if name:\n        return name\n    return None"]),
    .init(
        name: "after a docstring", text: "    return name\n```\nThat is all.",
        prefix: "def find(name):\n    \"\"\"Finds.\"\"\"\n",
        keeps: ["\"\"\"Finds.\"\"\"\n    return name"], cuts: ["That"]),
    .init(
        name: "goes on the line of the signature", text: "\n    return name\n\nclass", prefix: "def find(name):",
        keeps: ["def find(name):\n    return name"], cuts: ["class"]),
    .init(
        name: "indented, where the line of the signature is still open",
        text: "    import re\n    parts = [name]\n    return re.escape(parts[0])\n", prefix: "def find(name):",
        keeps: ["def find(name):\n    import re\n    parts = [name]\n    return re.escape(parts[0])\n"]),
    .init(
        name: "on the line of the signature", text: " return name.upper()\n", prefix: "def find(name):",
        keeps: ["name.upper()"]),
    .init(
        name: "the body between fences", text: "```python\n    parts = [name]\n    return parts\n```\n",
        prefix: "def find(name):", keeps: ["def find(name):\n    parts = [name]\n    return parts\n"], cuts: ["`"]),
    .init(
        name: "a whole program in place of the body",
        text: "import re\n\n\ndef find(name):\n    return re.escape(name)\n", prefix: "def find(name):",
        keeps: ["import re\n\n\ndef find(name):\n    return re.escape(name)\n"], cuts: ["def find(name):\n    import"]),
    .init(
        name: "a whole program, indented, in place of the body",
        text: "    import re\n\n    def find(name):\n        return re.escape(name)\n", prefix: "def find(name):",
        keeps: ["import re\n\ndef find(name):\n    return re.escape(name)\n"]),
    .init(
        name: "writes the function again", text: "def find(name):\n    return os.path.basename(name)\n",
        prefix: "import os\n\ndef find(name):\n",
        keeps: ["import os", "def find(name):\n    return os.path.basename(name)"]),
    .init(
        name: "answers as a chat model",
        text: "Here you are:\n```python\ndef find(name):\n    return re.escape(name)\n```\n",
        prefix: "import re\n\ndef find(name):\n", keeps: ["import re", "return re.escape"], cuts: ["Here"]),
    .init(
        name: "torn in a later function", text: "    return name\n\ndef other(a):\n    if a ==",
        prefix: "def find(name):\n",
        keeps: ["return name"], cuts: ["other"]),
    .init(
        name: "a method of a class",
        text: "        return self.name\n\n    def other(self):\n        return 1\n\nprint(Finder())",
        prefix: "class Finder:\n    def find(self):\n", entryPoints: ["Finder"],
        keeps: ["        return self.name", "def other"], cuts: ["print"]),
]
