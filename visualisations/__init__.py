"""Interactive maps that open by double click."""
