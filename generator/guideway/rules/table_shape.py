"""Each row of a table has a cell for every column.

A cell that is missing moves those behind it under the wrong heading; one too many has none. A cell
in which nothing is to be said holds a dash: —.

Wrong:

    content/guides/bridge.yaml
    steps:
      - id: pay
        do: 回答守桥人的问题
        table: {head: [问题, 答案], rows: [[名字], [颜色, 蓝]]}

Right:

    content/guides/bridge.yaml
    steps:
      - id: pay
        do: 回答守桥人的问题
        table: {head: [问题, 答案], rows: [[名字, 兰斯洛特], [颜色, 蓝]]}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.catalog.pictures import instructions
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every row that has another number of cells than its table has columns."""
    for guide in catalog.guides:
        for trail, step in instructions(guide.value):
            columns = len(step.table.head) if step.table else 0
            for number, row in enumerate(step.table.rows if step.table else ()):
                if len(row) != columns:
                    cells = f"{len(row)} cell{'s' * (len(row) != 1)}"
                    yield Problem(
                        guide.place(*trail, "table", "rows", number),
                        f"this row has {cells}, and its table {columns} columns",
                        code="table-shape",
                        hint="a cell for every column; one in which nothing is to be said holds —",
                    )
