"""What every store promises; each engine's tests inherit it, so that one text gives equal rows everywhere."""

import inspect
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from graph_model.schema import NODE_TYPES
from graph_store.errors import (
    ParameterMissing,
    QueryFailed,
    QuerySyntaxError,
    QueryTimeout,
    StoreUnavailable,
    WriteRefused,
)
from graph_store.protocol import Node, Path, Relationship, Store
from graph_store.snapshot.content_hash import TABLE_ORDER, content_hash
from graph_store.snapshot.reading import Snapshot
from tests.graph_store import small_graph

ENDLESS = "UNWIND range(1, 5000) AS a UNWIND range(1, 5000) AS b UNWIND range(1, 5000) AS c RETURN sum(a * b + c) AS n"

NOT_TO_BE_ANSWERED: list[tuple[str, dict[str, Any]]] = [
    ("UNWIND [0] AS x RETURN 1 / x AS n", {}),
    ("RETURN $a * $a AS n", {"a": 2**62}),
    ("RETURN date($day) AS day", {"day": "2024-02-30"}),
    ("MATCH (e:Estate) RETURN date(e.name) AS day", {}),
    ("RETURN date('x') AS day", {}),
    ("RETURN date({year: 2024, month: 13}) AS day", {}),
    ("RETURN duration($text) AS x", {"text": "x"}),
    ("RETURN date($n) AS day", {"n": 5}),
    ("RETURN 1 + date('2024-01-01') AS x", {}),
    ("RETURN date('2024-01-01') + $n AS x", {"n": 1}),
    ("RETURN 1 + $truth AS x", {"truth": True}),
    ("MATCH (e:Estate) RETURN e.name - 1 AS x", {}),
    ("RETURN toInteger($map) AS n", {"map": {"a": 1}}),
    ("RETURN toInteger({a: 1}) AS n", {}),
    ("RETURN toBoolean($n) AS x", {"n": 1.5}),
    ("MATCH (n) RETURN n.uid AS uid LIMIT $n", {"n": -1}),
    ("MATCH (n) RETURN n.uid AS uid LIMIT -1", {}),
    ("MATCH (n) RETURN n.uid AS uid SKIP $n", {"n": 1.5}),
    ("MATCH (n) RETURN n.uid AS uid LIMIT $n", {"n": "one"}),
    ("RETURN [1, 2]['a'] AS x", {}),
    ("RETURN $list[$key] AS x", {"list": [1, 2], "key": "a"}),
    ("RETURN $map[$key] AS x", {"map": {"a": 1}, "key": 0}),
    ("RETURN range(0, 9223372036854775807) AS xs", {}),
    ("RETURN range(1, 3, $step) AS xs", {"step": 0}),
    ("WITH 5 AS n RETURN n.name AS name", {}),
    ("RETURN $n.name AS name", {"n": "text"}),
    ("RETURN size($n) AS n", {"n": 1}),
    ("RETURN substring('abc', $n) AS x", {"n": -1}),
    ("RETURN labels($n) AS x", {"n": 1}),
    ("UNWIND $texts AS x RETURN sum(x) AS sum", {"texts": ["a", "b"]}),
    ("RETURN $a IN $b AS x", {"a": 1, "b": 2}),
    ("UNWIND [1, 2] AS x RETURN percentileCont(x, $share) AS x", {"share": 2.0}),
]
"""Cypher, each of it; but there is a value, or the type of one, that it can do nothing with."""

NO_CYPHER = [
    "MATCH (n) RETURN m",
    "RETURN nosuchfunction(1)",
    "MATCH (n) WHERE n.name = 'x",
    "MATCH (n) RETURN n.uid AS a, n.name AS a",
    "RETURN count(count(1))",
    "MATCH (n) RETURN (n.name",
    "FETCH (n) RETURN n",
]

HOLDING = """
MATCH (:Person)-[r:HOLDS]->(:Post)
WHERE coalesce(r.valid_from <= $as_of, true) AND coalesce($as_of < r.valid_to, true)
RETURN r.uid AS uid,
       CASE WHEN r.valid_from_latest <= $as_of AND $as_of < r.valid_to_earliest
            THEN 'definite' ELSE 'possible' END AS certainty
"""


class StoreSuite:
    """What every store promises.

    A subclass gives `store` and `another_store` (the small graph), `interval_store` (2,000 tenures) and `rows_behind`,
    which counts rows by going around the store.
    """

    def test_an_empty_result_keeps_its_declared_columns(self, store: Store) -> None:
        result = store.run("MATCH (g:Grid) RETURN g.uid AS uid, g.name AS grid", columns=["uid", "grid"])
        assert (result.columns, result.rows) == (("uid", "grid"), [])

    def test_columns_come_in_the_order_of_the_statement(self, store: Store) -> None:
        result = store.run("RETURN 1 AS z, 2 AS a, 3 AS m, 4 AS `一 列`")
        assert (result.columns, result.rows) == (("z", "a", "m", "一 列"), [(1, 2, 3, 4)])

    def test_a_statement_that_writes_is_refused_and_changes_nothing(
        self, store: Store, rows_behind: Callable[[], int]
    ) -> None:
        before = rows_behind()
        for text in (
            "CREATE (n:Estate {uid: 'estate:new'})",
            "MERGE (n:Estate {uid: 'estate:new'}) RETURN n",
            "MATCH (n) SET n.name = 'x'",
            "MATCH (n) DETACH DELETE n",
            "CALL { CREATE (n:Estate {uid: 'estate:new'}) } RETURN 1 AS n",
        ):
            with pytest.raises(WriteRefused):
                store.run(text)
        assert rows_behind() == before

    def test_a_node_has_its_labels_and_properties(self, store: Store) -> None:
        ((node,),) = store.run(
            "MATCH (b:PartyBranch {uid: $uid}) RETURN b", {"uid": "party_branch:990206003002/西"}
        ).rows
        assert node == Node(
            "party_branch:990206003002/西",
            ("PartyBranch", "PartyOrganisation", "Organisation"),
            {"uid": "party_branch:990206003002/西", "name": "西党支部", "defined": False},
        )

    def test_a_relationship_has_its_ends_and_dates(self, store: Store) -> None:
        ((tie,),) = store.run("MATCH ()-[r:COVERS]->() RETURN r").rows
        row = small_graph.RELATIONSHIPS["COVERS"][0]
        assert tie == Relationship(
            "covers:1",
            "COVERS",
            row["start"],
            row["end"],
            {key: value for key, value in row.items() if key not in {"start", "end"}},
        )

    def test_a_path_is_walked_from_its_first_node(self, store: Store) -> None:
        text = "MATCH p = (:PartyCommittee)<-[:SEAT_OF]-(:Post)<-[:HOLDS]-(:Person) RETURN p, length(p) AS steps"
        ((path, steps),) = store.run(text).rows
        assert isinstance(path, Path)
        assert [node.labels[0] for node in path.nodes] == ["PartyCommittee", "Post", "Person"]
        assert [tie.type for tie in path.relationships] == ["SEAT_OF", "HOLDS"]
        assert steps == 2

    def test_lists_and_maps_are_the_packages_own_throughout(self, store: Store) -> None:
        text = "MATCH (p:Person)-[h:HOLDS]->(q) RETURN [p, h] AS pair, {post: q, days: [h.valid_from, null]} AS map"
        ((pair, mapped),) = store.run(text).rows
        assert isinstance(pair, list)
        assert [type(item) for item in pair] == [Node, Relationship]
        assert isinstance(mapped, dict)
        assert isinstance(mapped["post"], Node)
        assert mapped["days"] == [date(2022, 1, 1), None]

    def test_numbers_truth_and_absence_keep_their_types(self, store: Store) -> None:
        text = (
            "MATCH (e:Estate) WHERE e.old RETURN e.households, 1.0, 2 > 1, e.address, count(*), 7 / 2, 2147483648 * 4"
        )
        (row,) = store.run(text).rows
        assert row == (420, 1.0, True, None, 1, 3, 8589934592)
        assert [type(value) for value in row] == [int, float, bool, type(None), int, int, int]

    def test_truth_and_list_properties_come_back_as_they_were(self, store: Store) -> None:
        rows = store.run("MATCH ()-[h:HOLDS]->() RETURN h.routes, h.in_service, h.owner").rows
        assert rows == [(["recommended", "elected"], True, None)]
        rows = store.run("MATCH (n) WHERE n.defined = false RETURN n.uid").rows
        assert rows == [("party_branch:990206003002/西",)]
        assert store.run("MATCH (u:CoBuildingUnit) RETURN u.sources").rows == [(["abcdefabcdef#表!3"],)]

    def test_a_super_label_finds_all_that_bear_it(self, store: Store) -> None:
        rows = store.run("MATCH (n:Organisation) RETURN DISTINCT n.uid AS uid ORDER BY uid").rows
        organisations = ("PartyCommittee", "PartyBranch", "CoBuildingUnit")
        assert [uid for (uid,) in rows] == sorted(
            row["uid"] for label in organisations for row in small_graph.NODES[label]
        )
        assert store.run("MATCH (n:AdminUnit) RETURN count(n)").rows == [(3,)]

    def test_a_node_names_its_super_labels_itself(self, store: Store) -> None:
        ((labels,),) = store.run("MATCH (b:PartyBranch {name: '花园党支部'}) RETURN labels(b)").rows
        assert isinstance(labels, list)
        assert sorted(map(str, labels)) == ["Organisation", "PartyBranch", "PartyOrganisation"]

    @pytest.mark.parametrize(("day", "held"), [(date(2023, 4, 30), 0), (date(2023, 5, 1), 1), (date(2023, 5, 2), 1)])
    def test_a_date_is_compared_as_a_date(self, store: Store, day: date, held: int) -> None:
        text = "MATCH ()-[r:COVERS]->() WHERE r.valid_from <= $as_of RETURN count(r)"
        assert store.run(text, {"as_of": day}).rows == [(held,)]
        assert store.run(text.replace("$as_of", f"date('{day}')")).rows == [(held,)]

    def test_dates_in_lists_and_maps_can_be_given_and_come_back(self, store: Store) -> None:
        given = {"days": [date(2024, 1, 31), None], "map": {"day": date(1999, 12, 31), "n": [1, "x"]}, "none": None}
        (row,) = store.run("RETURN $days AS days, $map AS map, $none AS none", given).rows
        assert row == tuple(given.values())

    def test_who_holds_on_a_day_agrees_with_a_naive_computation(self, interval_store: Store) -> None:
        tenures = small_graph.intervals(2000).relationships["HOLDS"].to_dicts()
        for number in range(46):
            day = date(2015, 1, 1) + timedelta(days=number * 90)
            expected = {row["uid"]: held for row in tenures if (held := _naive_certainty(row, day))}
            found = interval_store.run(HOLDING, {"as_of": day}).records()
            assert {row["uid"]: row["certainty"] for row in found} == expected

    def test_a_missing_parameter_is_named(self, store: Store) -> None:
        with pytest.raises(ParameterMissing) as raised:
            store.run("MATCH (n {uid: $uid}) WHERE n.name <> '$text' RETURN n, $day // $comment", {"other": 1})
        assert raised.value.names == ("uid", "day")

    def test_a_parameter_too_many_is_ignored(self, store: Store) -> None:
        assert store.run("RETURN $a AS a", {"a": 1, "b": 2}).rows == [(1,)]

    def test_a_syntax_error_has_its_place(self, store: Store) -> None:
        with pytest.raises(QuerySyntaxError) as raised:
            store.run("MATCH (n:Estate)\nRETRUN n")
        assert (raised.value.line, raised.value.column) == (2, 1)

    @pytest.mark.parametrize("text", NO_CYPHER)
    def test_a_text_that_is_no_cypher_is_an_error_of_syntax(self, store: Store, text: str) -> None:
        with pytest.raises(QuerySyntaxError):
            store.run(text)

    @pytest.mark.parametrize(("text", "parameters"), NOT_TO_BE_ANSWERED)
    def test_what_cannot_be_answered_is_no_error_of_syntax(
        self, store: Store, text: str, parameters: dict[str, Any]
    ) -> None:
        with pytest.raises(QueryFailed) as raised:
            store.run(text, parameters)
        assert type(raised.value) is QueryFailed

    def test_what_cannot_be_answered_is_told(self, store: Store) -> None:
        with pytest.raises(QueryFailed, match="zero"):
            store.run("MATCH (n:Estate) RETURN 1 / 0 AS n")

    def test_a_statement_ends_with_its_time(self, store: Store) -> None:
        with pytest.raises(QueryTimeout):
            store.run(ENDLESS, timeout=0.2)
        assert store.run("RETURN 1 AS n").rows == [(1,)]

    def test_the_content_hash_can_be_computed_from_what_the_store_holds(self, store: Store, snapshot: Snapshot) -> None:
        held = content_hash(((name, _rows_of(store, name)) for name in TABLE_ORDER), small_graph.FINGERPRINT)
        assert held == store.published() == snapshot.manifest.content_hash

    def test_its_schema_names_labels_types_and_properties(self, store: Store) -> None:
        schema = store.schema()
        assert {"PartyBranch", "Organisation"} <= set(schema.labels)
        assert {"COVERS", "CO_BUILDS_WITH"} <= set(schema.relationship_types)
        assert {"uid", "valid_from", "households"} <= set(schema.property_keys)
        assert not set(schema.labels) & set(schema.relationship_types)

    def test_a_closed_store_says_so_and_can_be_closed_again(self, another_store: Store) -> None:
        another_store.close()
        another_store.close()
        with pytest.raises(StoreUnavailable):
            another_store.run("RETURN 1 AS n")

    def test_its_methods_have_the_protocols_parameters_and_defaults(self, store: Store) -> None:
        for name in ("run", "published", "schema", "close"):
            ours, promised = inspect.signature(getattr(type(store), name)), inspect.signature(getattr(Store, name))
            assert ours == promised, name


def _rows_of(store: Store, name: str) -> list[dict[str, Any]]:
    if name in NODE_TYPES:
        return [dict(n.properties) for (n,) in store.run(f"MATCH (n:{name}) RETURN n").rows if isinstance(n, Node)]
    ties = [r for (r,) in store.run(f"MATCH ()-[r:{name}]->() RETURN r").rows if isinstance(r, Relationship)]
    return [{**r.properties, "start": r.start, "end": r.end} for r in ties]


def _naive_certainty(row: dict[str, Any], day: date) -> str | None:
    first, last = row["valid_from"] or date.min, row["valid_to"] or date.max
    if not first <= day < last:
        return None
    certain_to = row["valid_to_earliest"] or date.min
    return "definite" if row["valid_from_latest"] <= day < certain_to else "possible"
