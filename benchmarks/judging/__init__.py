"""What `benchmarks/verdicts.py` measures with: gold sets, systems, figures and how they are shown."""
