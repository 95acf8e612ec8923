"""What the answers of a reader mean can be followed to the end.

A decision comes to at most 1,000 states: a state is a question together with what the answers so
far still mean for the rest of the way. A decision that looks back at everything that was answered
has so many that nobody, and no program, can say whether it is right. The boxes of a question come
to at most 256 answers: eight boxes of which each is looked at for itself, or any number that are
counted, or of which few are looked at. The conditions of a guide are held to the same. It is not
looked at further until it is simpler.

Wrong:

    content/decisions/long.yaml
    title: 走哪条路？
    summary: 十个问题，最后一个把前面的全都再看一遍。
    topic: crossing
    cases:
      any-yes:
        label: 答过是的
        when:
          - {last: o1, q1: y}
          - {last: o2, q2: y}
          - {last: o3, q3: y}
          - {last: o4, q4: y}
          - {last: o5, q5: y}
          - {last: o6, q6: y}
          - {last: o7, q7: y}
          - {last: o8, q8: y}
          - {last: o9, q9: y}
          - {last: o10, q10: y}
    questions:
      q1: {ask: 第一题？, options: {y: 是, n: 否}, go: q2}
      q2: {ask: 第二题？, options: {y: 是, n: 否}, go: q3}
      q3: {ask: 第三题？, options: {y: 是, n: 否}, go: q4}
      q4: {ask: 第四题？, options: {y: 是, n: 否}, go: q5}
      q5: {ask: 第五题？, options: {y: 是, n: 否}, go: q6}
      q6: {ask: 第六题？, options: {y: 是, n: 否}, go: q7}
      q7: {ask: 第七题？, options: {y: 是, n: 否}, go: q8}
      q8: {ask: 第八题？, options: {y: 是, n: 否}, go: q9}
      q9: {ask: 第九题？, options: {y: 是, n: 否}, go: q10}
      q10: {ask: 第十题？, options: {y: 是, n: 否}, go: last}
      last:
        ask: 最后一题？
        options:
          o1: 选1
          o2: 选2
          o3: 选3
          o4: 选4
          o5: 选5
          o6: 选6
          o7: 选7
          o8: 选8
          o9: 选9
          o10: 选10
        go:
          - when: any-yes
            go: left
          - {go: right}
    outcomes:
      left: {kind: done, title: 走左边, text: 到了。}
      right: {kind: done, title: 走右边, text: 也到了。}
    reviewed_on: 2026-11-22
    review_by: 2027-05-22
    owner: bridge

Right:

    content/decisions/long.yaml
    title: 走哪条路？
    summary: 一个问题，一个答案。
    topic: crossing
    questions:
      q1: {ask: 走左边吗？, options: {y: {label: 是, go: left}, n: {label: 否, go: right}}}
    outcomes:
      left: {kind: done, title: 走左边, text: 到了。}
      right: {kind: done, title: 走右边, text: 也到了。}
    reviewed_on: 2026-11-22
    review_by: 2027-05-22
    owner: bridge
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_decision, is_guide
from guideway.decisions.part_order import MOST_PARTS, are_too_many
from guideway.decisions.state_graph import MOST_STATES, explore
from guideway.decisions.tailoring import judge
from guideway.decisions.ticking import TooManySets, with_sets
from guideway.decisions.wholes import whole_of
from guideway.model.box_sets import MOST_SETS
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.texts import Part
from guideway.problems import Place, Problem


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find a decision with too many states, and a guide with too tangled conditions."""
    if is_decision(entry):
        yield from _boxes(entry)
        yield from _states(catalog, entry)
    elif is_guide(entry):
        yield from _boxes(entry)
        trail = judge(entry).entangled
        if trail is not None:
            what = "the answers this depends on come to more cases than can be followed"
            yield _problem(entry.place(*trail), what)


def _boxes(entry: Entry[Decision] | Entry[Guide]) -> Iterator[Problem]:
    try:
        with_sets(entry.value)
    except TooManySets as error:
        what = f"the boxes of this question come to more than {MOST_SETS} different answers"
        yield _problem(entry.key_place("questions", str(error)), what)


def _states(catalog: Catalog, entry: Entry[Decision]) -> Iterator[Problem]:
    graph = explore(entry)
    if graph.states and not graph.is_whole:
        what = "the answers of this decision come to more cases than can be followed"
        yield _problem(entry.key_place("questions"), f"{what}: more than {MOST_STATES:,}")
    elif are_too_many(catalog, entry):
        what = f"this decision goes on in more than {MOST_PARTS} others"
        yield _problem(entry.key_place("parts"), what)
    elif graph.states and not explore(whole_of(catalog, entry)).is_whole:
        what = "with its parts, the answers of this decision come to more cases than"
        place = entry.key_place("parts")
        yield _problem(place, f"{what} can be followed: more than {MOST_STATES:,}")


def _problem(place: Place, what: str) -> Problem:
    hint = "let conditions look at fewer questions; make two of it"
    return Problem(place, what, code="too-entangled", hint=hint)
