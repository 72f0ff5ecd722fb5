import type { ConsoleStep } from './console-step.ts';
import { isEnter } from './key-guard.ts';

export type Command =
  | 'main'
  | 'recall'
  | 'no-show'
  | 'park'
  | 'transfer'
  | 'pause'
  | 'came-back'
  | 'resume'
  | 'waiting'
  | 'sign-out'
  | 'skip';

const BY_DIGIT: Readonly<Record<string, Command>> = {
  '1': 'recall',
  '2': 'no-show',
  '3': 'park',
  '4': 'transfer',
  '5': 'pause',
  '6': 'came-back',
  '7': 'resume',
  '8': 'waiting',
  '9': 'sign-out',
};

const SERVING: readonly Command[] = ['main', 'recall', 'no-show', 'park', 'transfer', 'came-back', 'waiting'];
const ALLOWED: Readonly<Record<ConsoleStep, readonly Command[]>> = {
  'no-counter': [],
  revoked: [],
  'signed-out': [],
  closed: ['main', 'waiting', 'sign-out'],
  paused: ['main', 'waiting', 'sign-out', 'came-back'],
  ready: ['main', 'pause', 'came-back', 'resume', 'waiting', 'sign-out'],
  serving: SERVING,
  'serving-cut': ['main', 'waiting'],
  cut: ['main', 'skip', 'waiting'],
  'serving-offline': ['main', 'waiting'],
};

/** The command of a key on the main or the numeric keypad, where this step knows it. */
export function commandOf(code: string, step: ConsoleStep): Command | null {
  const command = isEnter(code) ? 'main' : digitCommand(code, step);
  return command && allows(step, command) ? command : null;
}

export function allows(step: ConsoleStep, command: Command): boolean {
  return ALLOWED[step].includes(command);
}

/** What is printed on a button: the key that does the same. */
export function keyHint(command: Command): string {
  if (command === 'main') return 'Enter';
  if (command === 'skip') return '2';
  return Object.keys(BY_DIGIT).find((digit) => BY_DIGIT[digit] === command) ?? '';
}

/** Position of a choice in a dialog, from 0. */
export function choiceOf(code: string): number | null {
  const digit = digitOf(code);
  return digit === null || digit === '0' ? null : Number(digit) - 1;
}

function digitCommand(code: string, step: ConsoleStep): Command | null {
  const digit = digitOf(code);
  if (digit === null) return null;
  // Offline nobody is called, so nobody can be marked as missing: the same key passes on.
  if (step === 'cut' && digit === '2') return 'skip';
  return BY_DIGIT[digit] ?? null;
}

function digitOf(code: string): string | null {
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? null;
}
