// Reads {schema: {labels, relationshipTypes, propertyKeys}, texts: [{id, text, parameters}]} from stdin and writes
// [{id, line, column, severity, message}] to stdout: what Neo4j's own editors would underline.
import { readFileSync } from "node:fs";
import { lintCypherQuery } from "@neo4j-cypher/language-support";

const { schema, texts } = JSON.parse(readFileSync(0, "utf8"));
const found = [];
for (const { id, text, parameters } of texts) {
  const result = lintCypherQuery(text, { ...schema, parameters });
  for (const d of result.diagnostics ?? result) {
    found.push({
      id,
      line: d.range.start.line + 1,
      column: d.range.start.character + 1,
      severity: d.severity === 1 ? "error" : "warning",
      message: d.message,
    });
  }
}
process.stdout.write(JSON.stringify(found));
