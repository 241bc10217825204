"""Where the graph is kept: workspace, snapshots, engines."""
