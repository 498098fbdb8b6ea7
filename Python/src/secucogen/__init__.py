"""Measures how secure the Python code is that language models write.

`samples` and `prompts` are what a model is asked; `Judge` and `AsyncJudge` say whether its answers work and withstand
attacks. Both come from the program `secucogen`, so that figures are those of the command line. Adapters for Inspect,
lm-evaluation-harness, TRL and Ray are in `secucogen.adapters`.
"""

from ._async_judge import AsyncJudge
from ._binary import BinaryNotFound, find_binary
from ._dataset import Form, Message, Prompt, Sample, Task, prompts, samples
from ._errors import JudgeError, NotJudged, SecucogenError
from ._judge import Answer, Judge
from ._verdict import Check, Exchange, Ready, Verdict, VerdictKind

__all__ = [
    "Answer",
    "AsyncJudge",
    "BinaryNotFound",
    "Check",
    "Exchange",
    "Form",
    "Judge",
    "JudgeError",
    "Message",
    "NotJudged",
    "Prompt",
    "Ready",
    "Sample",
    "SecucogenError",
    "Task",
    "Verdict",
    "VerdictKind",
    "find_binary",
    "prompts",
    "samples",
]

__version__ = "0.1.0"
