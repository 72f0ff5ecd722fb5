import { expect, test } from 'vitest';
import { createKeyGuard } from '#screens/teller-console/key-guard.ts';
import { allows, choiceOf, commandOf, keyHint } from '#screens/teller-console/shortcuts.ts';
import { clockDouble } from '#test/doubles/clock-double.ts';

function guarded() {
  const clock = clockDouble();
  const run: string[] = [];
  const guard = createKeyGuard({ ...clock, run: (code) => run.push(code) });
  return { clock, guard, run };
}

test('one deliberate key runs', async () => {
  const { clock, guard, run } = guarded();
  guard.pressed('Numpad1');
  await clock.advance(500);
  guard.pressed('NumpadEnter');
  expect(run).toEqual(['Numpad1', 'NumpadEnter']);
});

test('an amount typed into the wrong window commands nothing', async () => {
  const { clock, guard, run } = guarded();
  for (const code of ['Numpad2', 'Numpad3', 'Numpad1', 'NumpadEnter']) {
    guard.pressed(code);
    await clock.advance(150);
  }
  await clock.advance(1000);
  expect(run).toEqual([]);
});

test('a bouncing Enter runs once', async () => {
  const { clock, guard, run } = guarded();
  guard.pressed('Enter');
  await clock.advance(120);
  guard.pressed('Enter');
  await clock.advance(1000);
  expect(run).toEqual(['Enter']);
});

test('main keyboard and numeric keypad mean the same', () => {
  expect(commandOf('Digit1', 'serving')).toBe('recall');
  expect(commandOf('Numpad1', 'serving')).toBe('recall');
  expect(commandOf('NumpadEnter', 'ready')).toBe('main');
  expect(commandOf('KeyQ', 'ready')).toBeNull();
});

test('a step knows only its own commands', () => {
  expect(commandOf('Numpad2', 'ready')).toBeNull();
  expect(commandOf('Numpad2', 'cut')).toBe('skip');
  expect(commandOf('Numpad2', 'serving-cut')).toBeNull();
  expect(commandOf('Numpad5', 'serving')).toBeNull();
  expect(commandOf('Enter', 'signed-out')).toBeNull();
  expect(allows('serving', 'sign-out')).toBe(false);
});

test('every hint is the key that does it', () => {
  expect(keyHint('main')).toBe('Enter');
  expect(keyHint('transfer')).toBe('4');
  expect(keyHint('skip')).toBe('2');
  expect(choiceOf('Numpad3')).toBe(2);
  expect(choiceOf('Digit0')).toBeNull();
});
