import { describe, expect, test } from 'vitest';
import type { Branch, Service } from '#domain/branch/branch.ts';
import { checkBranch, checkDevices } from '#domain/branch/check-branch.ts';
import { sampleBranch } from '#test/samples/branch.ts';

const [cash, account] = sampleBranch.services as readonly [Service, Service, ...Service[]];
const problemsOf = (change: Partial<Branch>) => checkBranch({ ...sampleBranch, ...change });
const withHours = (hours: Service['hours']) =>
  problemsOf({ services: [{ ...cash, hours }, ...sampleBranch.services.slice(1)] });

describe('checkBranch', () => {
  test('B4 B5 B6 B7: the sample branch has no problem', () => {
    expect(checkBranch(sampleBranch)).toEqual([]);
  });

  test('B4: each repeated id, letter or label is named by its path', () => {
    const services = [...sampleBranch.services, { ...account, id: 'cash' }];
    expect(problemsOf({ services }).map(({ path, found }) => [path, found])).toEqual([
      ['services[6].id', 'cash'],
      ['services[6].letter', 'B'],
    ]);
    const [first, ...others] = sampleBranch.counters;
    const counters = first === undefined ? [] : [first, ...others, first];
    expect(problemsOf({ counters }).map(({ path }) => path)).toEqual(['counters[5].id', 'counters[5].label']);
    const tellers = [...sampleBranch.tellers, ...sampleBranch.tellers.slice(0, 1)];
    expect(problemsOf({ tellers }).map(({ path }) => path)).toEqual(['tellers[5].id']);
  });

  test('B5: unknown, doubled and unserved services', () => {
    const counters = sampleBranch.counters.map((counter) =>
      counter.id === 'counter-5' ? { ...counter, services: ['company', 'company', 'gold'] } : counter,
    );
    const problems = problemsOf({ counters });
    expect(problems.map(({ path, found }) => [path, found])).toEqual([
      ['counters[4].services[1]', 'company'],
      ['counters[4].services[2]', 'gold'],
      ['services[5].id', 'advice, served by no counter'],
    ]);
    expect(problems[1]?.allowed).toContain('cash, account');
  });

  test('B6: one ordinary class, not none and not two', () => {
    const none = sampleBranch.classes.filter(({ precedence }) => precedence > 0);
    const two = sampleBranch.classes.map((each) => ({ ...each, precedence: each.id === 'vip' ? 1 : 0 }));
    expect(problemsOf({ classes: none })[0]?.found).toBe('precedence 0: none');
    expect(problemsOf({ classes: two })[0]?.found).toBe('precedence 0: ordinary, care');
  });

  test('B7: hours run forward and do not overlap', () => {
    const morning = { days: [1, 2], fromMin: 540, toMin: 720 };
    expect(withHours([morning, { days: [3], fromMin: 600, toMin: 780 }])).toEqual([]);
    expect(withHours([morning, { days: [2], fromMin: 719, toMin: 780 }])).toEqual([
      {
        path: 'services[0].hours[1]',
        found: '11:59–13:00',
        allowed: 'hours that do not overlap earlier ones',
      },
    ]);
    expect(withHours([{ days: [1], fromMin: 720, toMin: 720 }])).toEqual([
      { path: 'services[0].hours[0]', found: '12:00–12:00', allowed: 'from before to, on one day' },
    ]);
  });
});

describe('checkDevices', () => {
  const kiosk = { id: 'kiosk-1', role: 'kiosk', counter: null } as const;
  const console3 = { id: 'console-3', role: 'counter', counter: 'counter-3' } as const;
  const pad3 = { id: 'pad-3', role: 'pad', counter: 'counter-3' } as const;

  test('B8: a console and a pad share a counter, a kiosk has none', () => {
    expect(checkDevices(sampleBranch, [kiosk, console3, pad3])).toEqual([]);
  });

  test('B8: wrong counters are named', () => {
    const devices = [
      { ...kiosk, counter: 'counter-1' },
      { ...pad3, counter: null },
      { ...console3, counter: 'counter-9' },
    ];
    expect(checkDevices(sampleBranch, devices).map(({ path, found }) => [path, found])).toEqual([
      ['devices.kiosk-1.counter', 'counter-1'],
      ['devices.pad-3.counter', 'null'],
      ['devices.console-3.counter', 'counter-9'],
    ]);
  });

  test('B4 B8: no two consoles at one counter, no two devices with one id', () => {
    expect(checkDevices(sampleBranch, [console3, { ...console3, id: 'console-3b' }])).toEqual([
      {
        path: 'devices.console-3b.counter',
        found: 'counter-3',
        allowed: 'a counter without another device of the role counter',
      },
    ]);
    expect(checkDevices(sampleBranch, [kiosk, kiosk])[0]?.path).toBe('devices[1].id');
  });
});
