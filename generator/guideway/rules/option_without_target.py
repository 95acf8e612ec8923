"""Every option leads somewhere: it has a `go`, or its question has one for all of them.

Without one, a reader who chooses it stands before nothing.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          doubtful: {label: 不确定, go: wait}
          unknown: 不清楚

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          doubtful: {label: 不确定, go: wait}
"""

from guideway.decisions.proofs import no_target
from guideway.decisions.telling import spotted

check_piece = spotted(
    no_target,
    "the option “{}” leads nowhere",
    code="option-without-target",
    hint="give it a `go`, or give its question one for all options",
    of_value="what is typed, such as {}, leads nowhere",
)
"""Find it in a decision."""
