"""Every route is taken by somebody.

Routes are tried in order; one behind another that always comes first is never taken.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: rope}
          doubtful: {label: 不确定, go: rope}
          unknown: {label: 不清楚, go: rope}
      rope:
        ask: 绳子旧吗
        options:
          new: {label: 新, go: bridge}
          old:
            label: 旧
            go:
              - {when: {mood: [certain, unknown]}, go: bridge}
              - {when: {mood: certain}, go: wait}
              - go: wait

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

from guideway.decisions.proofs import hidden_routes
from guideway.decisions.telling import spotted

check_piece = spotted(
    hidden_routes,
    "an earlier route of “{}” always comes first",
    code="hidden-route",
    hint="put it before the other, or delete it",
)
"""Find it in a decision."""
