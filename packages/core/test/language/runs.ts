/**
 * How many samples a property takes: `usual`, or more where CODEWORD_RUNS asks for it (then with
 * `--testTimeout 0`).
 */
export const runs = (usual: number): number =>
  Math.max(usual, Number(process.env.CODEWORD_RUNS ?? 0))
