#!/usr/bin/env bash
# Measures the evidence crate against its peers, side by side, and writes docs/performance.md.
# Usage: ./bench evidence [directory for data and tools]. RUNS=1 for a quick look, SHARE=0.02 for a small nation.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
work=${1:-$here/bench-out/evidence}
mkdir -p "$work"

# The peers, pinned.
if [ ! -x "$work/tools/bin/python" ]; then
    python3 -m venv "$work/tools"
    "$work/tools/bin/pip" install --quiet \
        numpy==2.4.6 polars==2.1.0 duckdb==2.0.1 igraph==1.0.0 statsmodels==0.15.0 pandas==3.1.1 pyarrow==26.0.1
fi
command -v Rscript >/dev/null || echo "R is not installed: apt-get install r-base-core r-cran-lme4 r-cran-data.table" >&2

if [ ! -f "$work/nation/school_scores.parquet" ]; then
    "$work/tools/bin/python" "$here/benches/simulate_nation.py" "$work/nation" "${SHARE:-1}"
fi

cargo build --release --quiet --manifest-path "$here/Cargo.toml" -p evidence --examples
"$work/tools/bin/python" "$here/benches/evidence.py" \
    "${CARGO_TARGET_DIR:-$here/target}/release/examples/evidence" "$work/nation" "$here/docs/performance.md"
