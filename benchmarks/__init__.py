"""Measurements as ratios within one run: `python -m benchmarks`. One smoke test runs them small."""
