"""For all answers, one of an option's routes applies.

A list of routes is tried in order. The last one usually has no `when`, so that nobody is left
without a way on.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: rope}
          doubtful: {label: 不确定, go: rope}
      rope:
        ask: 绳子旧吗
        options:
          new: {label: 新, go: bridge}
          old: {label: 旧, go: [{when: {mood: doubtful}, go: wait}]}

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

from guideway.decisions.proofs import no_route
from guideway.decisions.telling import spotted

check_piece = spotted(
    no_route,
    "no route of the option “{}” applies to these answers",
    code="no-route",
    hint="let its last route have no `when`",
    of_value="no route applies to {} and these answers",
)
"""Find it in a decision."""
