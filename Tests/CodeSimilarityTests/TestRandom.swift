/// A seeded generator (SplitMix64), so that a failing input comes back.
struct TestRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func text(from fragments: [String], parts: Int) -> String {
        (0..<Int.random(in: 0...parts, using: &self)).map { _ in fragments.randomElement(using: &self) ?? "" }.joined()
    }
}

/// Pieces that make texts which are nearly Python.
let codeFragments = [
    "def f(a, b=1):\n", "    ", "  ", "\t", "\n", "\r\n", "return a", "if a:", "elif b:", "else:", "for i in x:",
    "while y:",
    "x = 1", "x += y", "a.b[c] = d", "'", "\"", "\"\"\"", "'''", "\\", "\\\n", "#", "# c\n", "(", ")", "[", "]", "{",
    "}", ":",
    ",", ";", "lambda: 0", "not ", " in ", " is ", "f'{a}'", "rb'", "é", "naïve", "\u{0}", "\u{FEFF}", "€", "🙂", "$",
    "?",
    "!", "=", "@d\n", "class C(B):\n", "import a.b as c\n", "from . import *\n", "try:\n", "except E as e:\n",
    "with a as b:",
    "async ", "await x", "yield", "global g\n", "match v:\n", "case 1:\n", "1_0.e5j", "0x", "...", "->", "**", "\u{0C}",
    "\u{3000}",
    "```\n", "```python\n", "~~~\n", "Here is the code:\n", "print(f(1))\n", ">>> ", "if __name__ == '__main__':\n",
]
