#!/usr/bin/env bash
# Measures the evidence crate against its peers, side by side, and writes docs/performance.md.
# Usage: ./bench evidence [directory for data and tools] [--only STEP[,STEP]]. RUNS=1 for a quick look, SLOW_RUNS=5 for the
# peers that take half a minute as often as the others, SHARE=0.02 for a small nation, FIGURES=no to leave the page as it is.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
work=$here/bench-out/evidence
case "${1:-}" in "" | --*) ;; *) work=$1; shift ;; esac
mkdir -p "$work"

# The peers, pinned. R's come from Debian, whose release pins them.
if [ ! -x "$work/tools/bin/python" ]; then
    python3 -m venv "$work/tools"
    "$work/tools/bin/pip" install --quiet \
        numpy==2.4.6 polars==2.1.0 duckdb==2.0.1 igraph==1.0.0 statsmodels==0.15.0 pandas==3.1.1 pyarrow==26.0.1
fi
if ! Rscript -e 'library(lme4); library(data.table)' >/dev/null 2>&1; then
    as_root=$([ "$(id -u)" = 0 ] || echo sudo)
    $as_root apt-get install --yes --no-install-recommends r-base-core r-cran-lme4 r-cran-data.table >/dev/null ||
        echo "lme4 and data.table are not installed; their steps are left out." >&2
fi

if [ ! -f "$work/nation/district/edges.parquet" ]; then
    "$work/tools/bin/python" "$here/benches/simulate_nation.py" "$work/nation" "${SHARE:-1}"
fi

cargo build --release --quiet --manifest-path "$here/Cargo.toml" -p evidence --examples
page=$here/docs/performance.md
[ "${FIGURES:-yes}" = yes ] || page=$work/performance.md
"$work/tools/bin/python" "$here/benches/evidence.py" \
    "${CARGO_TARGET_DIR:-$here/target}/release/examples/evidence" "$work/nation" "$page" "$@"
