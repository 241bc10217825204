"""The published record and the synthetic example district."""
