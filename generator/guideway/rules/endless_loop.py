"""Nobody is led in a circle.

Only a circle that answers can follow for ever is one; a drawing may have a cycle that no answers go
round. The answers that are told end at the first question that is met again, and the place is the
route that leads there. Several circles with a question in common are told one by one.

Wrong:

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
          old: {label: 旧, go: mood}

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

from guideway.decisions.rounds import loops
from guideway.decisions.telling import spotted

check_piece = spotted(
    loops,
    "these answers come back to “{}”, and could for ever",
    code="endless-loop",
    hint="let this route lead on, or one of those before it",
    at="value",
)
"""Find it in a decision."""
