"""docs/catalogue.md: the ready-made questions, as the query room describes them."""

from queries.catalogue_page import catalogue_page as described
from queries.catalogue_reading import read_catalogue


def catalogue_page() -> str:
    """Return the page."""
    return described(read_catalogue())
