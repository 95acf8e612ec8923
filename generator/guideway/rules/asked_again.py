"""A question is asked at most once on the way to an outcome.

The page keeps one answer to a question: asked again, it would take the first for the second. The
answers that are told are the shortest that show it; they end where the question is met again, and
the place is the route that leads there. Where answers could go round for ever, that is an endless
loop, and told as one.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: [{when: {rope: old}, go: bridge}, {go: rope}]}
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

from guideway.decisions.rounds import asked_again
from guideway.decisions.telling import spotted

check_piece = spotted(
    asked_again,
    "these answers ask “{}” a second time",
    code="asked-again",
    hint="lead this route past the question, or ask something else there",
    at="value",
)
"""Find it in a decision."""
