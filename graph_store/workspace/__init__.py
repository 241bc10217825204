"""The workspace: where snapshots, engines and the person key are kept, and who may write."""
