"""A snapshot as files for other programs: what is listed here may be used elsewhere."""

from graph_store.exports.neo4j_admin import Export, export_neo4j_admin

__all__ = ["Export", "export_neo4j_admin"]
