"""Where the graph is kept: workspace, snapshot, engines, and its forms for analysts."""
