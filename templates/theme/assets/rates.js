/* The rate of a loan, for formulas: loaded only where one is worked out. The same as guideway/computing/rates.py. */
/* needs: formulas */
(() => {
  "use strict";

  const { formulas } = globalThis.guideway;
  if (!formulas) return; // a script before this one was lost
  const { floor, nothing } = formulas;
  const [ZERO, ONE, TWO, TEN] = [0, 1, 2, 10].map(BigInt);
  const RATE = TEN ** BigInt(12); // computing/rates.py
  const [LEAST, MOST] = [(-RATE * BigInt(9)) / TEN, RATE * BigInt(100)];

  /** Whether what was received is worth more than all payments, at a rate over `one`. @type {(flow: bigint[], rate: bigint, one: bigint) => bigint} */
  function worth(flow, rate, one) {
    let [found, scale] = [ZERO, ONE];
    for (const each of flow) {
      found = found * (one + rate) + each * scale;
      scale *= one;
    }
    return found;
  }

  /** The rate a period at which all payments are worth what was received. @type {(values: Ratio[]) => Ratio} */
  function rate([got, pay, times, ahead, last]) {
    const whole = got[1] * pay[1] * last[1];
    const [first, each, end] = [got, pay, last].map(([above, below]) => (above * whole) / below);
    const [many, start] = [times, ahead].map((value) => Number(floor(value)));
    const flow = new Array(many + 1).fill(ZERO);
    flow[0] = first;
    for (let n = 0; n < many; n += 1) flow[n + 1 - start] -= each;
    flow[many] -= end;
    let [low, high] = [LEAST, MOST];
    if (worth(flow, low, RATE) >= ZERO || worth(flow, high, RATE) <= ZERO) nothing();
    while (high - low > ONE) {
      const middle = floor([low + high, TWO]);
      if (worth(flow, middle, RATE) < ZERO) low = middle;
      else high = middle;
    }
    return [worth(flow, low + high, RATE * TWO) < ZERO ? high : low, RATE];
  }

  Object.assign(formulas.functions, { rate });
})();
