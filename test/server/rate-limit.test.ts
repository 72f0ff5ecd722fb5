import { expect, it } from 'vitest';
import { createRateLimit } from '#server/http/rate-limit.ts';
import { createServerClock } from '#test/doubles/server-clock.ts';

it('takes no token away when the clock is set back, and refills from there', () => {
  const clock = createServerClock();
  const limit = createRateLimit({ burst: 3, perSecond: 1 }, clock.now);
  expect(limit.take('kiosk-1')).toEqual({ is: 'go' });
  clock.advance(-3_600_000);
  expect(limit.take('kiosk-1')).toEqual({ is: 'go' });
  expect(limit.take('kiosk-1')).toEqual({ is: 'go' });
  expect(limit.take('kiosk-1')).toEqual({ is: 'wait', retryAfterS: 1 });
  clock.advance(1000);
  expect(limit.take('kiosk-1')).toEqual({ is: 'go' });
});

it('never lets more through than the burst and the refill', () => {
  const clock = createServerClock();
  const limit = createRateLimit({ burst: 2, perSecond: 1 }, clock.now);
  clock.advance(60_000);
  expect([1, 2, 3].map(() => limit.take('pad-1').is)).toEqual(['go', 'go', 'wait']);
});
