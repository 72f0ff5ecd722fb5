import { describe, expect, it } from 'vitest';
import { createBrowserPrinter } from '#platform/hardware/browser-printer.ts';
import { noPrinter } from '#platform/hardware/no-printer.ts';
import type { TicketPrinter, TicketSlip } from '#platform/hardware/ticket-printer.ts';
import { clockDouble, settled } from '#test/doubles/clock-double.ts';
import { type PageDouble, pageDouble } from '#test/doubles/page-double.ts';
import { printerDouble } from '#test/doubles/printer-double.ts';

const slip: TicketSlip = {
  language: 'zh-CN',
  branch: '明湖路支行',
  number: 'A017',
  service: '取钱存钱',
  lines: ['前面 3 位', '请到左边坐'],
  takenAt: '12:00',
};

const OUTCOMES = ['printed', 'no-printer', 'out-of-paper', 'unreachable', 'cancelled', 'unknown'];

type Made = { readonly printer: TicketPrinter; readonly pass: (ms: number) => Promise<void> };
const implementations: Readonly<Record<string, () => Made>> = {
  'no printer': () => ({ printer: noPrinter, pass: settled }),
  'the double': () => ({ printer: printerDouble(), pass: settled }),
  'the double without paper': () => ({ printer: printerDouble(0), pass: settled }),
  'the browser': () => browser('prints').made,
  'a browser that may not print': () => browser('ignores').made,
  'a browser that throws': () => browser('throws').made,
};

function browser(behaviour: Parameters<typeof pageDouble>[0]): { made: Made; page: PageDouble } {
  const clock = clockDouble();
  const page = pageDouble(behaviour);
  const printer = createBrowserPrinter({ paper: page.window, schedule: clock.schedule });
  return { made: { printer, pass: clock.advance }, page };
}

describe.each(Object.entries(implementations))('ticket printer: %s', (_, make) => {
  it('always ends with one of the outcomes', async () => {
    const { printer, pass } = make();
    const outcome = printer.print(slip);
    await pass(60_000);
    expect(OUTCOMES).toContain(await outcome);
  });

  it('ends every one of several slips asked for at once', async () => {
    const { printer, pass } = make();
    const outcomes = [1, 2, 3].map(() => printer.print(slip));
    for (const _round of outcomes) await pass(60_000);
    expect(await Promise.all(outcomes)).toHaveLength(3);
  });

  it('says "no-printer" exactly when it has no paper', async () => {
    const { printer, pass } = make();
    const outcome = printer.print(slip);
    await pass(60_000);
    expect((await outcome) === 'no-printer').toBe(!printer.hasPaper);
  });
});

describe('the double', () => {
  it('runs out of paper and prints again when it is loaded', async () => {
    const printer = printerDouble(1);
    expect(await printer.print(slip)).toBe('printed');
    expect(await printer.print(slip)).toBe('out-of-paper');
    printer.loadPaper(1);
    expect(await printer.print(slip)).toBe('printed');
    expect(printer.printed).toHaveLength(2);
  });
});

describe('the browser', () => {
  it('never claims that paper came out', async () => {
    const { made } = browser('prints');
    const outcome = made.printer.print(slip);
    await made.pass(1);
    expect(await outcome).toBe('unknown');
  });

  it('is "unreachable" when printing does not begin', async () => {
    const { made } = browser('ignores');
    const outcome = made.printer.print(slip);
    await made.pass(3000);
    expect(await outcome).toBe('unreachable');
  });

  it('does not wait for a dialog nobody answers', async () => {
    const { made } = browser('hangs');
    const outcome = made.printer.print(slip);
    await made.pass(30_000);
    expect(await outcome).toBe('unknown');
  });

  it('leaves nothing of the slip in the document', async () => {
    const { made, page } = browser('prints');
    const outcome = made.printer.print(slip);
    await settled();
    await outcome;
    expect(page.seen.join(' ')).toContain('A017');
    expect(page.left()).toEqual([]);
  });
});
