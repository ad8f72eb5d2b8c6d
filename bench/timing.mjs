// How long a call takes, so that figures of one run can be set against each other.

/** The median of several rounds, in ns a call; each round lasts some milliseconds, and the first do not count. */
export function nsPerCall(call, { rounds = 15, roundMs = 20, warmUpMs = 150 } = {}) {
  const warm = performance.now() + warmUpMs;
  let calls = 0;
  for (; performance.now() < warm || calls === 0; calls++) call();
  const each = Math.max(1, Math.round((calls * roundMs) / warmUpMs));
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (let i = 0; i < each; i++) call();
    return ((performance.now() - start) * 1e6) / each;
  });
  return median(times);
}

/** One call each, in ms: for what takes long, where the slowest is of interest as well. */
export const msOf = (calls) =>
  calls.map((call) => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The power with which times grow with sizes: the slope of a straight line through their logarithms. */
export function exponent(sizes, times) {
  const xs = sizes.map(Math.log);
  const ys = times.map(Math.log);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const slope = xs.reduce((sum, value, i) => sum + (value - x) * (ys[i] - y), 0);
  return slope / xs.reduce((sum, value) => sum + (value - x) ** 2, 0);
}

export const rounded = (value, digits = 3) => Number(value.toPrecision(digits));
