"""Measurements, beside what plain libraries take for the same work; `make bench` writes docs/benchmarks.md."""
