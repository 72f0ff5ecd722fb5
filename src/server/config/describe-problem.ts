import type { BaseIssue } from 'valibot';

/** Patterns of the configuration in words a bank's staff understands. */
const IN_WORDS: Readonly<Record<string, string>> = {
  '^[A-Z]$': 'one letter A–Z',
  '^[a-z0-9][a-z0-9-]{0,31}$': 'an id of at most 32 characters from a–z, 0–9 and -',
  '^([01]\\d|2[0-3]):[0-5]\\d$': 'a time like 09:00',
  '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$': 'a time like 17:00, at most 24:00',
  '^[0-9A-Z]{1,3}$': 'one to three characters from 0–9 and A–Z',
  '^[A-Za-z0-9]{1,12}$': 'one to twelve letters and digits',
  '^[a-z0-9-]+\\.(webp|png|jpg)$': 'a file name like li-jing.webp',
  '^\\d{4,12}$': 'four to twelve digits',
};

/** One schema issue as `services.0.letter: expected one letter A–Z, found "AB"`. */
export function describeProblem(issue: BaseIssue<unknown>): string {
  const where = (issue.path ?? []).map((step) => String(step.key)).join('.') || '(whole file)';
  if (issue.expected === 'never') return `${where}: unknown key; remove it or correct its spelling`;
  if (issue.received === 'undefined') return `${where}: missing; ${expectation(issue)}`;
  return `${where}: ${expectation(issue)}, found ${found(issue)}`;
}

function expectation(issue: BaseIssue<unknown>): string {
  const pattern = issue.requirement instanceof RegExp ? issue.requirement.source : '';
  if (pattern !== '') return `expected ${IN_WORDS[pattern] ?? `text like ${pattern}`}`;
  return `expected ${bounds(issue) ?? plain(issue)}`;
}

function bounds(issue: BaseIssue<unknown>): string | null {
  const limit = String(issue.requirement);
  switch (issue.type) {
    case 'min_value':
      return `at least ${limit}`;
    case 'max_value':
      return `at most ${limit}`;
    case 'min_length':
      return `at least ${limit} of them`;
    case 'max_length':
      return `at most ${limit} of them`;
    case 'integer':
      return 'a whole number';
    default:
      return null;
  }
}

function plain(issue: BaseIssue<unknown>): string {
  const expected = issue.expected ?? issue.type;
  return expected.replaceAll(/[()]/g, '').replaceAll(' | ', ' or ').replaceAll('Array', 'a list');
}

function found(issue: BaseIssue<unknown>): string {
  const { input } = issue;
  if (typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean') {
    return JSON.stringify(input);
  }
  return issue.received;
}
