import { AIMS, type Aim, type AimId, holds } from './aims.ts';
import type { Ratio } from './statistics.ts';

/** One line of the table. Without an `id` it is information and has no aim. */
export type Line = {
  readonly id: AimId | null;
  /** What was measured, or on which screen. */
  readonly of: string;
  readonly limit?: string;
  readonly ours?: string;
  /** What is judged: the ratio's middle, or a number of the aim's unit. */
  readonly value: number | Ratio;
  readonly note?: string;
};

/** A line whose measuring failed: never a number, always the reason. */
export type Unmeasured = { readonly id: AimId | null; readonly of: string; readonly problem: string };

const HEAD = ['row', 'measure', 'limit', 'ours', 'ratio [90 %]', 'aim', 'moonshot', 'note'];

/** The one table, as text. */
export function tableOf(lines: readonly (Line | Unmeasured)[]): string {
  const rows = lines.map(cellsOf);
  const widths = HEAD.map((_, at) => Math.max(...[HEAD, ...rows].map((row) => widthOf(row[at] ?? ''))));
  const print = (row: readonly string[]) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  return [print(HEAD), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(print)].join('\n');
}

function cellsOf(line: Line | Unmeasured): string[] {
  const aim: Aim | null = line.id === null ? null : AIMS[line.id];
  const named = [line.id ?? '', aim === null ? line.of : `${line.of}: ${aim.measure}`];
  if ('problem' in line) return [...named, '', '', '', '', '', `not measured: ${line.problem}`];
  const { value, limit = '', ours, note = '' } = line;
  if (typeof value === 'number') {
    return [...named, limit, ours ?? shown(value, aim?.unit), '', ...verdicts(value, aim), note];
  }
  const ratio = `${two(value.middle)} [${two(value.low)}–${two(value.high)}]`;
  return [...named, limit, ours ?? '', ratio, ...verdicts(value.middle, aim), note];
}

function verdicts(value: number, aim: Aim | null): [string, string] {
  return aim === null ? ['', ''] : [verdict(value, aim, aim.aim), verdict(value, aim, aim.moonshot)];
}

function verdict(value: number, aim: Aim, bound: number | null): string {
  if (bound === null) return '';
  if (Number.isNaN(value)) return '?';
  const sign = aim.atLeast ? '≥' : '≤';
  const unit = aim.unit === 'ratio' || aim.unit === 'count' ? '' : ` ${aim.unit}`;
  return `${holds(value, aim, bound) ? '✓' : '✗'} ${sign} ${bound}${unit}`;
}

/** A number with its unit, short. */
export function shown(value: number, unit: Aim['unit'] = 'count'): string {
  if (Number.isNaN(value)) return '?';
  if (unit === 'ratio') return two(value);
  const digits = Math.abs(value) >= 100 || unit === 'count' || unit === 'B' ? 0 : 1;
  return unit === 'count' ? value.toFixed(digits) : `${value.toFixed(digits)} ${unit}`;
}

function two(value: number): string {
  return Number.isNaN(value) ? '?' : value.toFixed(2);
}

/** Hanzi take two columns of a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 2 : 1), 0);
}
