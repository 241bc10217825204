"""What other programs rely on: each verb's JSON is one document with these keys, and values of these kinds."""

import json
from pathlib import Path
from typing import Any

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES
from tests.gridgov.command import Command
from tests.gridgov.small_office import DAY, write_faulty, write_office

LABELS = dict.fromkeys(NODE_TYPES, int)
TYPES = dict.fromkeys(RELATIONSHIP_TYPES, int)
INFO = {
    "snapshot": str,
    "content_hash": str,
    "as_of": str,
    "nodes": LABELS,
    "relationships": TYPES,
    "sources": [{"sha256": str, "name": str, "day": str}],
}
FAULT = {
    "file": str,
    "source": (str, None),
    "sheet": (str, None),
    "row": (int, None),
    "column": (str, None),
    "heading": (str, None),
    "code": str,
    "severity": str,
    "record": (str, None),
    "value": (str, None),
    "reason": str,
    "suggestion": str,
}
PASSED_OVER = {"file": str, "reason": str, "same_as": (str, None)}
TABLE = {"record": str, "rows": int, "heading_row": (int, None), "mapped": bool}
SHEET = {"file": str, "sheet": str, "state": str, "tables": [TABLE]}
CHECK = {
    "read": int,
    "accepted": int,
    "rejected": int,
    "skipped": {},
    "faults": [FAULT],
    "passed_over": [PASSED_OVER],
    "sheets": [SHEET],
}
FIGURE = {
    "figure": str,
    "operator": str,
    "published": (int, float, None),
    "unit": str,
    "computed": (int, float, None),
    "verdict": str,
    "query": (str, None),
    "note": str,
}
NODE = {"uid": str, "labels": [str], "properties": {"name": str}}
TIE = {"uid": str, "type": str, "start": str, "end": str, "properties": {}}
DIFF = {key: {"added": list, "removed": list, "changed": list} for key in ("nodes", "relationships")} | {
    "summary": [str]
}


def breaches(shape: Any, value: Any, path: str = "$") -> list[str]:
    """Name every place at which a value has not the shape: missing keys, other kinds. Further keys are allowed."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [f"{path} is no object"]
        missing = [f"{path}.{key} is missing" for key in shape if key not in value]
        return missing + [b for k, s in shape.items() if k in value for b in breaches(s, value[k], f"{path}.{k}")]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{path} is no list"]
        return [b for n, item in enumerate(value) for b in breaches(shape[0], item, f"{path}[{n}]")]
    kinds = shape if isinstance(shape, tuple) else (shape,)
    fits = any(value is None if kind is None else type(value) is kind for kind in kinds)
    return [] if fits else [f"{path} is {value!r}"]


def test_info(loaded: Command) -> None:
    document = json.loads(loaded("info", "--format", "json").out)
    assert breaches(INFO, document) == []
    assert (document["nodes"]["Community"], document["nodes"]["Alliance"]) == (2, 0)
    assert document["as_of"] == DAY


def test_load(gridgov: Command, tmp_path: Path) -> None:
    outcome = gridgov("load", *write_office(tmp_path / "office"), "--as-of", DAY, "--format", "json")
    document = json.loads(outcome.out)
    assert breaches(INFO | CHECK | {"private_values_dropped": int}, document) == []
    assert (document["read"], document["rejected"], document["private_values_dropped"]) == (8, 0, 2)
    assert outcome.code == 0


def test_load_that_publishes_nothing(loaded: Command, tmp_path: Path) -> None:
    outcome = loaded("load", write_faulty(tmp_path), "--as-of", DAY, "--format", "json")
    document = json.loads(outcome.out)
    assert outcome.code == 1
    assert breaches(CHECK | {"snapshot": None, "content_hash": None}, document) == []
    assert document["accepted"] + document["rejected"] == document["read"] == 3


def test_check(loaded: Command, tmp_path: Path) -> None:
    outcome = loaded("check", write_faulty(tmp_path), "--as-of", DAY, "--format", "json")
    document = json.loads(outcome.out)
    assert outcome.code == 1
    assert breaches(CHECK, document) == []
    places = {(fault["column"], fault["row"], fault["code"]) for fault in document["faults"]}
    assert {("D", 2, "invalid_number"), ("A", 3, "missing_value")} <= places
    assert {fault["severity"] for fault in document["faults"]} <= {"error", "warning"}


def test_the_value_of_a_private_column_is_null(loaded: Command, tmp_path: Path) -> None:
    path = tmp_path / "名册（有误）.csv"
    path.write_text(
        "姓名,身份证号,任职机构,机构类别,所属社区,职务\n李试验,1101011990030799,东社区大党委,社区大党委,东社区,书记\n",
        encoding="utf-8",
    )
    outcome = loaded("check", path, "--as-of", DAY, "--format", "json")
    faults = [f for f in json.loads(outcome.out)["faults"] if f["heading"] == "身份证号"]
    assert [fault["value"] for fault in faults] == [None]
    assert "1101011990030799" not in outcome.out + outcome.err


def test_query_run(loaded: Command) -> None:
    rows = json.loads(loaded("query", "run", "estates/gaps", "--format", "json").out)
    assert [row["estate"] for row in rows] == ["花园", "新苑"]
    assert list(rows[0])[:4] == ["subdistrict", "community", "estate_uid", "estate"]
    assert rows[0]["has_branch"] is False
    assert rows[0]["owner_body"] is None


def test_cypher(loaded: Command) -> None:
    text = "MATCH (n:Community)-[r:PART_OF]->() RETURN n, r, date('2024-09-03') AS day, null AS nothing ORDER BY n.uid"
    rows = json.loads(loaded("cypher", text, "--format", "json").out)
    assert breaches([{"n": NODE, "r": TIE, "day": str, "nothing": None}], rows) == []
    assert rows[0]["n"]["uid"] == "community:990207001001"
    assert "Community" in rows[0]["n"]["labels"]
    assert (rows[0]["r"]["start"], rows[0]["r"]["type"]) == ("community:990207001001", "PART_OF")
    assert rows[0]["day"] == DAY


def test_reconcile(loaded: Command) -> None:
    outcome = loaded("reconcile", "--format", "json")
    document = json.loads(outcome.out)
    assert breaches([FIGURE], document) == []
    assert {figure["verdict"] for figure in document} <= {"agrees", "contradicts", "differs", "not_counted"}
    assert outcome.code == int(any(figure["verdict"] == "differs" for figure in document))


def test_diff(loaded: Command, tmp_path: Path) -> None:
    first = json.loads(loaded("info", "--format", "json").out)["snapshot"]
    more = tmp_path / "更多小区.csv"
    more.write_text("小区名称,所属街道,所属社区\n山庄,甲街道,西社区\n", encoding="utf-8")
    second = json.loads(loaded("load", more, "--as-of", DAY, "--format", "json").out)["snapshot"]
    document = json.loads(loaded("diff", first, second, "--format", "json").out)
    assert breaches(DIFF, document) == []
    assert "estate:990207001002/山庄" in [node["uid"] for node in document["nodes"]["added"]]


def test_show(loaded: Command) -> None:
    document = json.loads(loaded("show", "东社区", "--format", "json").out)
    place = {"file": str, "sheet": str, "row": int}
    shape = {
        "uid": str,
        "name": str,
        "labels": [str],
        "facts": [{"property": str, "sources": [place]}],
        "neighbours": [{"type": str, "outgoing": bool, "uid": str, "name": str, "sources": [place]}],
    }
    assert breaches(shape, document) == []
    assert {"file": "小区台账.csv", "sheet": "小区台账", "row": 2} in [
        source for neighbour in document["neighbours"] for source in neighbour["sources"]
    ]


def test_snapshots(loaded: Command) -> None:
    document = json.loads(loaded("snapshots", "--format", "json").out)
    assert breaches([INFO | {"current": bool}], document) == []


def test_a_missing_key_and_another_kind_are_seen() -> None:
    assert breaches({"a": int, "b": [str]}, {"b": ["x", 1]}) == ["$.a is missing", "$.b[1] is 1"]
    assert breaches({"a": (int, None)}, {"a": True}) == ["$.a is True"]
