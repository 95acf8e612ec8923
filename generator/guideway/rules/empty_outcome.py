"""An outcome says something to everybody who comes to it.

Where every passage of an outcome is for some, a reader for whom none is would find a title alone.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          brave: {label: 胆子大, go: bridge}
          doubtful: {label: 不确定, go: wait}
    outcomes:
      bridge:
        kind: act
        title: 过桥
        text:
          - {text: 走吧。, when: {mood: certain}}
        guide: {id: bridge}
      wait: {kind: wait, title: 等一等, text: 想好再来。, next: [channel.keeper.hotline]}

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          brave: {label: 胆子大, go: bridge}
          doubtful: {label: 不确定, go: wait}
    outcomes:
      bridge:
        kind: act
        title: 过桥
        text:
          - {text: 走吧。, when: {mood: certain}}
          - {text: 慢慢走。, when: {mood: brave}}
        guide: {id: bridge}
      wait: {kind: wait, title: 等一等, text: 想好再来。, next: [channel.keeper.hotline]}
"""

from guideway.decisions.telling import spotted
from guideway.decisions.text_proofs import silent

check_piece = spotted(
    silent,
    "with these answers the outcome “{}” says nothing",
    code="empty-outcome",
    hint="add a passage for them, or one without `when`",
)
"""Find it in a decision."""
