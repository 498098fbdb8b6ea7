"""inspect-ai with the smallest possible task.

    OPENAI_API_KEY=x OPENAI_BASE_URL=… python3 inspect_loop.py BASE_URL REQUESTS CONNECTIONS
"""

import sys
import tempfile

from inspect_ai import Task, eval
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import GenerateConfig, get_model
from inspect_ai.scorer import includes
from inspect_ai.solver import generate

base_url, requests, connections = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
dataset = MemoryDataset([Sample(input=f"Question {n}. " + "x" * 1200, target="answer") for n in range(requests)])
# Chat completions, as the other clients use.
model = get_model(
    "openai/mock", base_url=base_url, api_key="x", responses_api=False, config=GenerateConfig(max_connections=connections)
)
with tempfile.TemporaryDirectory() as folder:
    eval(
        Task(dataset=dataset, solver=generate(), scorer=includes()), model=model, log_dir=folder, display="none",
        max_samples=connections,
    )
