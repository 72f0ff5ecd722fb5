import { expect, test } from 'vitest';
import { deskDouble, SIGNED_IN, taken } from '#test/doubles/desk-double.ts';
import { diskDouble } from '#test/doubles/device-double.ts';

const A_MOMENT = 1000;

async function seated(options: Parameters<typeof deskDouble>[0] = {}) {
  const at = deskDouble(options);
  at.device.arrive(...SIGNED_IN, taken('A001'), taken('A002'), taken('C001'));
  await at.clock.advance(A_MOMENT);
  return at;
}

test('a teller signs in, opens, calls, finishes: one big action each', async () => {
  const { desk, clock, device } = deskDouble();
  device.arrive(taken('A001'));
  expect(desk.step.value).toBe('signed-out');
  await desk.signing.signIn('0817', '2468');
  expect(desk.step.value).toBe('closed');
  await clock.advance(A_MOMENT);
  desk.main();
  await clock.advance(A_MOMENT);
  expect(desk.step.value).toBe('ready');
  desk.main();
  await clock.advance(A_MOMENT);
  expect(desk.called.value?.ticket.number).toBe('A001');
  desk.main();
  await clock.advance(A_MOMENT);
  expect(desk.step.value).toBe('ready');
  expect(device.day.value.tickets['t-A001']?.state.is).toBe('finished');
});

test('ten impatient presses are one request and one call', async () => {
  const { desk, clock, requestIds, device } = await seated();
  for (let press = 0; press < 10; press += 1) desk.main();
  await clock.advance(100);
  for (let press = 0; press < 10; press += 1) desk.main();
  await clock.advance(A_MOMENT);
  expect(new Set(requestIds).size).toBe(1);
  expect(desk.called.value?.ticket.number).toBe('A001');
  expect(device.day.value.calls).toHaveLength(1);
});

test('a lost answer is asked again with the same requestId and never calls a second visitor', async () => {
  let losing = 2;
  const { desk, clock, requestIds, device } = await seated({
    ask: (_device, authority) => async (asked, options) => {
      const answer = await authority(asked, options);
      losing -= 1;
      return losing >= 0 ? { is: 'no-answer' } : answer;
    },
  });
  desk.main();
  await clock.advance(10_000);
  expect(new Set(requestIds).size).toBe(1);
  expect(device.day.value.calls).toHaveLength(1);
  expect(desk.asker.state.value.is).toBe('idle');
});

test('a request that never arrived is asked again by hand, still the same one', async () => {
  let reachable = false;
  const seen: (string | undefined)[] = [];
  const { desk, clock } = await seated({
    ask: (_device, authority) => async (asked, options) => {
      seen.push(options?.requestId);
      return reachable ? authority(asked, options) : { is: 'no-answer' };
    },
  });
  desk.main();
  await clock.advance(60_000);
  expect(desk.asker.state.value.is).toBe('unanswered');
  reachable = true;
  desk.main();
  await clock.advance(A_MOMENT);
  expect(new Set(seen).size).toBe(1);
  expect(desk.called.value?.ticket.number).toBe('A001');
});

test('an old unanswered call is not repeated by itself when the line comes back', async () => {
  let reachable = false;
  const { desk, clock, cut, mend, device } = await seated({
    ask: (_device, authority) => async (asked, options) =>
      reachable ? authority(asked, options) : { is: 'no-answer' },
  });
  desk.main();
  cut();
  await clock.advance(10 * 60_000);
  reachable = true;
  mend();
  await clock.advance(A_MOMENT);
  expect(device.day.value.calls).toHaveLength(0);
  expect(desk.asker.state.value.is).toBe('unanswered');
});

test('a young unanswered call is repeated by itself when the line comes back', async () => {
  let reachable = false;
  const { desk, clock, cut, mend } = await seated({
    ask: (_device, authority) => async (asked, options) =>
      reachable ? authority(asked, options) : { is: 'no-answer' },
  });
  desk.main();
  cut();
  await clock.advance(3000);
  reachable = true;
  mend();
  await clock.advance(A_MOMENT);
  expect(desk.called.value?.ticket.number).toBe('A001');
});

test('a refusal is told and leaves everything as it was', async () => {
  const { desk, clock } = await seated();
  for (const _ of ['call A001', 'finish', 'call A002', 'finish', 'nobody left']) {
    desk.main();
    await clock.advance(A_MOMENT);
  }
  expect(desk.asker.refusal.value).toEqual({ asked: { kind: 'call-next' }, code: 'nobody-waiting' });
  desk.asker.letGo();
  expect(desk.asker.refusal.value).toBeNull();
  expect(desk.step.value).toBe('ready');
});

test('one press on a big button that has just come waits until it stands', async () => {
  const { desk, clock } = await seated();
  desk.main();
  await clock.advance(300);
  desk.main();
  expect(desk.step.value).toBe('serving');
  await clock.advance(A_MOMENT);
  expect(desk.step.value).toBe('ready');
});

test('several presses on a big button that has just come are impatience and do nothing', async () => {
  const { desk, clock } = await seated();
  desk.main();
  await clock.advance(100);
  desk.main();
  desk.main();
  await clock.advance(A_MOMENT);
  expect(desk.step.value).toBe('serving');
});

test('while cut off it shows who would be next and calls nobody', async () => {
  const { desk, cut, requestIds } = await seated();
  cut();
  expect(desk.step.value).toBe('cut');
  expect(desk.maybeNext.number.value).toBe('A001');
  desk.maybeNext.skip();
  expect(desk.maybeNext.number.value).toBe('A002');
  desk.maybeNext.skip();
  expect(desk.maybeNext.number.value).toBeNull();
  expect(requestIds).toEqual([]);
});

test('a visitor served by typed number is a fact, told to the pad, and merged by itself', async () => {
  const { desk, device, clock, told, cut, mend } = await seated();
  cut();
  await clock.advance(A_MOMENT);
  desk.main('A002');
  expect(desk.step.value).toBe('serving-offline');
  await clock.advance(90_000);
  desk.main();
  await clock.advance(A_MOMENT);
  const [fact] = device.facts();
  expect(fact).toMatchObject({ kind: 'visitor-served-offline', number: 'A002', servedMs: 90_000 });
  expect(told).toMatchObject([{ kind: 'finished-offline', number: 'A002', teller: '0817', counter: 'c1' }]);
  expect(desk.desk.served.value).toMatchObject([{ number: 'A002', servedMs: 90_000 }]);
  mend();
  expect(desk.step.value).toBe('ready');
  expect(device.day.value.tickets['t-A002']?.state.is).toBe('finished');
});

test('a ticket called before the cut is finished offline, once', async () => {
  const { desk, device, clock, cut } = await seated();
  desk.main();
  await clock.advance(60_000);
  cut();
  expect(desk.step.value).toBe('serving-cut');
  await clock.advance(A_MOMENT);
  desk.main();
  desk.main();
  await clock.advance(A_MOMENT);
  expect(device.facts()).toHaveLength(1);
  expect(device.facts()[0]).toMatchObject({ number: 'A001', servedMs: 61_000 });
  expect(desk.step.value).toBe('cut');
});

test('a refused disk is told, nothing counts as recorded, and the visitor stays in hand', async () => {
  const { desk, device, clock, told, cut } = await seated();
  cut();
  await clock.advance(A_MOMENT);
  desk.main('A001');
  await clock.advance(A_MOMENT);
  device.breakDisk(true);
  desk.main();
  await clock.advance(A_MOMENT);
  expect(desk.desk.unwritten.value).toBe(true);
  expect(told).toEqual([]);
  expect(desk.step.value).toBe('serving-offline');
});

test('a reload while cut off keeps the session, the visitor in hand and the list', async () => {
  const disk = diskDouble();
  const first = await seated({ disk });
  first.cut();
  await first.clock.advance(A_MOMENT);
  first.desk.main('A001');
  await first.clock.advance(A_MOMENT);
  first.desk.main();
  await first.clock.advance(A_MOMENT);
  first.desk.main('A002');
  await first.clock.advance(A_MOMENT);

  const second = deskDouble({ disk, clock: first.clock });
  second.cut();
  await second.desk.recover();
  expect(second.desk.teller.value).toBe('0817');
  expect(second.desk.step.value).toBe('serving-offline');
  expect(second.desk.desk.serving.value?.number).toBe('A002');
  expect(second.desk.desk.served.value.map(({ number }) => number)).toEqual(['A001']);
});

test('a typed number of the line back: who is in hand is finished before the counter goes on', async () => {
  const { desk, clock, cut, mend } = await seated();
  cut();
  await clock.advance(A_MOMENT);
  desk.main('A002');
  mend();
  expect(desk.step.value).toBe('serving-offline');
  await clock.advance(A_MOMENT);
  desk.main();
  await clock.advance(A_MOMENT);
  expect(desk.step.value).toBe('ready');
});

test('thirty minutes without input: asked, then signed out; any touch keeps the session', async () => {
  const { desk, clock } = await seated();
  await clock.advance(30 * 60_000);
  expect(desk.idle.value.is).toBe('warning');
  desk.touched();
  expect(desk.idle.value.is).toBe('watching');
  await clock.advance(31 * 60_000 + A_MOMENT);
  expect(desk.step.value).toBe('signed-out');
});

test('nobody is signed out while a visitor is served', async () => {
  const { desk, clock } = await seated();
  desk.main();
  await clock.advance(3 * 3_600_000);
  expect(desk.step.value).toBe('serving');
  expect(desk.idle.value.is).toBe('resting');
});
