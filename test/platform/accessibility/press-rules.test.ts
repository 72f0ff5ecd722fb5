import { describe, expect, it } from 'vitest';
import { createPressRules, type Reachable } from '#platform/accessibility/press-rules.ts';

/** 4 px are 1 mm, so that numbers below are mm × 4. */
const PX = 4;
const mm = (value: number) => value * PX;

function key(name: string, leftMm: number, over: Partial<Reachable<string>> = {}): Reachable<string> {
  const box = { left: mm(leftMm), top: 0, right: mm(leftMm + 20), bottom: mm(20) };
  return { target: name, box, disabled: false, irreversible: false, ownRepeat: false, ...over };
}

const A = key('A', 0);
const B = key('B', 23.2);
const BOTH = [A, B];
const at = (xMm: number, when: number, pointer = 1) => ({ pointer, x: mm(xMm), y: mm(10), at: when });

function rulesUnderTest() {
  const rules = createPressRules<string>(() => PX);
  /** A press of 100 ms on one key, beginning at `when`. */
  const tap = (on: Reachable<string>, when: number) => {
    const x = on.box.left / PX + 10;
    rules.down(at(x, when), on, []);
    return rules.up(at(x, when + 100));
  };
  return { rules, tap };
}

describe('T1 press length', () => {
  it.each([40, 90, 500, 4000, 10_000, 60_000])('%i ms acts', (ms) => {
    const { rules } = rulesUnderTest();
    expect(rules.down(at(10, 1000), A, [])).toBe('A');
    expect(rules.up(at(10, 1000 + ms))).toEqual({ is: 'activate', target: 'A' });
  });

  it('39 ms is static discharge', () => {
    const { rules } = rulesUnderTest();
    rules.down(at(10, 1000), A, []);
    expect(rules.up(at(10, 1039))).toEqual({ is: 'ignored' });
  });
});

describe('T2 travel', () => {
  it.each([0, 2.5, 6, 11.9])('%d mm acts on the first contact, also over the neighbour', (travel) => {
    const { rules } = rulesUnderTest();
    rules.down(at(15, 1000), A, []);
    expect(rules.up(at(15 + travel, 1200))).toEqual({ is: 'activate', target: 'A' });
  });

  it('more than 12 mm is answered as moved', () => {
    const { rules } = rulesUnderTest();
    rules.down(at(10, 1000), A, []);
    expect(rules.up(at(22.1, 1200))).toEqual({ is: 'miss', why: 'moved', target: 'A' });
  });
});

describe('T3 snap', () => {
  it('takes the nearest within 4 mm', () => {
    const { rules } = rulesUnderTest();
    expect(rules.down(at(-3.9, 1000), null, BOTH)).toBe('A');
  });

  it('takes nothing farther', () => {
    const { rules } = rulesUnderTest();
    expect(rules.down(at(-4.1, 1000), null, BOTH)).toBe(null);
    expect(rules.up(at(-4.1, 1100))).toEqual({ is: 'miss', why: 'nothing', target: null });
  });

  it('is unsure between two that differ by less than 2 mm, and says so', () => {
    const { rules } = rulesUnderTest();
    expect(rules.down(at(21.6, 1000), null, BOTH)).toBe(null);
    expect(rules.up(at(21.6, 1100))).toEqual({ is: 'miss', why: 'unsure', target: null });
    expect(rules.down(at(20.5, 2000), null, BOTH)).toBe('A');
  });
});

describe('T4 palm and second finger', () => {
  it('a palm on nothing blocks nothing and is not answered', () => {
    const { rules } = rulesUnderTest();
    rules.down(at(-20, 0, 7), null, BOTH);
    expect(rules.down(at(10, 1000, 1), A, [])).toBe('A');
    expect(rules.up(at(10, 1100, 1))).toEqual({ is: 'activate', target: 'A' });
    expect(rules.up(at(-20, 9000, 7))).toEqual({ is: 'ignored' });
  });

  it('a long contact on nothing alone is not answered', () => {
    const { rules } = rulesUnderTest();
    rules.down(at(-20, 0), null, BOTH);
    expect(rules.up(at(-20, 1000))).toEqual({ is: 'ignored' });
  });

  it('further fingers are ignored while a press is active', () => {
    const { rules } = rulesUnderTest();
    rules.down(at(10, 1000, 1), A, []);
    expect(rules.down(at(33, 1050, 2), B, [])).toBe(null);
    expect(rules.up(at(33, 1150, 2))).toEqual({ is: 'ignored' });
    expect(rules.up(at(10, 1200, 1))).toEqual({ is: 'activate', target: 'A' });
  });
});

describe('T5 repeat guard', () => {
  it.each([
    [100, 'ignored'],
    [399, 'ignored'],
    [499, 'ignored'],
    [500, 'activate'],
    [900, 'activate'],
  ])('a second press %i ms later: %s', (after, expected) => {
    const { tap } = rulesUnderTest();
    tap(A, 1000);
    expect(tap(A, 1100 + after).is).toBe(expected);
  });

  it('waits 1000 ms after an irreversible step', () => {
    const { tap } = rulesUnderTest();
    tap(key('A', 0, { irreversible: true }), 1000);
    expect(tap(B, 1100 + 999).is).toBe('ignored');
    expect(tap(B, 1100 + 1000).is).toBe('activate');
  });

  it('lets another key of a keypad through at once, the same one not', () => {
    const { tap } = rulesUnderTest();
    const one = key('1', 0, { ownRepeat: true });
    const two = key('2', 23.2, { ownRepeat: true });
    tap(one, 1000);
    expect(tap(one, 1200).is).toBe('ignored');
    expect(tap(two, 1350).is).toBe('activate');
  });

  it('holds for a mouse and a held key on the same target', () => {
    const { rules } = rulesUnderTest();
    expect(rules.click(A, 1000)).toBe(true);
    expect(rules.click(A, 1499)).toBe(false);
    expect(rules.click(B, 1500)).toBe(true);
  });
});

describe('T10 new screen guard', () => {
  it('targets where the last press was wait 400 ms after the change; others do not', () => {
    const { rules, tap } = rulesUnderTest();
    tap(A, 1000);
    rules.screenChanged(5000);
    expect(tap(key('new', 2), 5399).is).toBe('ignored');
    expect(tap(B, 5399).is).toBe('activate');
    rules.screenChanged(9000);
    expect(tap(B, 9400).is).toBe('activate');
  });
});

describe('T7 answered misses', () => {
  it('a disabled target is not drawn as pressed and says that it is disabled', () => {
    const { rules } = rulesUnderTest();
    const closed = key('closed', 0, { disabled: true });
    expect(rules.down(at(10, 1000), closed, [])).toBe(null);
    expect(rules.up(at(10, 1100))).toEqual({ is: 'miss', why: 'disabled', target: 'closed' });
  });

  it('a lost contact releases what it pressed', () => {
    const { rules } = rulesUnderTest();
    rules.down(at(10, 1000), A, []);
    expect(rules.cancel(1)).toBe('A');
    expect(rules.up(at(10, 1100))).toEqual({ is: 'ignored' });
  });
});
