/** `npm run bench [-- screens starts server fanout]`: one table. Everything runs on this machine and ends by itself. */
import { fanoutPart } from './fanout-part.ts';
import { killTree } from './processes.ts';
import { said, screensPart } from './screens-part.ts';
import { serverPart } from './server-part.ts';
import { startsPart } from './starts-part.ts';
import { type Line, tableOf, type Unmeasured } from './table.ts';

const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const wish = {
  rounds: number('BENCH_ROUNDS', 7),
  visits: number('BENCH_VISITS', 500),
  reboots: number('BENCH_REBOOTS', 0),
  streams: number('BENCH_STREAMS', 1000),
  tell: (progress: string) => process.stderr.write(`… ${progress}\n`),
};

const PARTS = { screens: screensPart, starts: startsPart, server: serverPart, fanout: fanoutPart };
type Part = keyof typeof PARTS;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}\n`);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    killTree(process.pid);
    process.exit(1);
  });
}

const begun = performance.now();
const lines: (Line | Unmeasured)[] = [];
for (const name of Object.keys(PARTS) as Part[]) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const measured = await PARTS[name](wish).catch((error: unknown) => [
    { id: null, of: name, problem: said(error) },
  ]);
  lines.push(...measured);
}
process.stdout.write(`\n${tableOf(lines)}\n\n`);
process.stdout.write(
  `${wish.rounds} rounds, interleaved with the limit, ${Math.round((performance.now() - begun) / 1000)} s. Only ratios are claims. Presses last 60 ms; a tap is counted from the finger's lifting.\n`,
);
process.exit(lines.some((line) => 'problem' in line) ? 1 : 0);
