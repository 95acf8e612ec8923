"""Some answers lead to every question and to every outcome.

What nobody can reach is work for nothing, or a route is missing.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          doubtful: {label: 不确定, go: wait}
      rope:
        ask: 绳子旧吗
        options:
          new: {label: 新, go: bridge}
          old: {label: 旧, go: wait}

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: rope}
          doubtful: {label: 不确定, go: wait}
      rope:
        ask: 绳子旧吗
        options:
          new: {label: 新, go: bridge}
          old: {label: 旧, go: wait}
"""

from guideway.decisions.proofs import unreachable
from guideway.decisions.telling import spotted

check_piece = spotted(
    unreachable,
    "no answers lead to “{}”",
    code="unreachable",
    hint="lead a route to it, or delete it",
)
"""Find it in a decision."""
