"""What was published and damaged by hand so that no uid finds it: it is removed, and the push adds it anew."""

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, SUPER_LABELS
from graph_store.bolt.driver import Transaction
from graph_store.publishing.held import Held


def remove_strays(transaction: Transaction, held: Held) -> None:
    """Remove rows of which others left no uid, or one that is no text, and nodes of which only a super-label is left.

    Relationships at nodes that no longer bear a label of the graph go too: they would be taken for those that tie the
    nodes which the push adds instead.

    Args:
        transaction: of the push.
        held: what the server says that it holds; nothing of others' under the same names.
    """
    labels = "|".join(NODE_TYPES)
    whole = "|".join(name for name in (*NODE_TYPES, *SUPER_LABELS) if name in held.counts)
    kinds = "|".join(name for name in RELATIONSHIP_TYPES if name in held.counts)
    none = "{0}.uid IS NULL OR NOT {0}.uid IS :: STRING".format
    if kinds:
        lost = " OR ".join((none("x"), *(f"NOT {end}:{labels} OR {none(end)}" for end in ("a", "b"))))
        transaction.run(f"MATCH (a)-[x:{kinds}]->(b) WHERE {lost} DELETE x")
    if whole:
        transaction.run(f"MATCH (x:{whole}) WHERE NOT x:{labels} OR {none('x')} DELETE x")
