import type { DeviceConfig } from '#contract/config.ts';
import type { Asked } from '#contract/requests.ts';
import type { Fact } from '#domain/event.ts';
import { decide } from '#domain/queue/decide.ts';
import type { TellerRequest } from '#domain/queue/request.ts';
import { signIn } from '#domain/queue/sign-in.ts';
import type { CounterMessage } from '#platform/sync/counter-channel.ts';
import type { Answered } from '#platform/sync/device.ts';
import { createTellerConsole } from '#screens/teller-console/teller-console.ts';
import { clockDouble } from './clock-double.ts';
import { configDouble } from './config-double.ts';
import { type DeviceDouble, type DeviceDoubleOptions, deviceDouble } from './device-double.ts';

export const counterConfig: DeviceConfig = {
  ...configDouble,
  device: { ...configDouble.device, id: 'counter-1', role: 'counter', counter: 'c1' },
};

type Ask = DeviceDouble['requester']['ask'];

/** The branch's authority as the server runs it: the same rules, one answer per `requestId`. */
export function authorityOf(device: DeviceDouble) {
  const answers = new Map<string, Answered>();
  const requestIds: string[] = [];
  const decideOn = (asked: Asked): Answered => {
    const { branch } = device.config.peek();
    const teller = device.day.peek().counters['c1']?.teller ?? null;
    const context = { counter: 'c1', teller, now: device.now(), newId: device.newId };
    const verdict =
      asked.kind === 'sign-in'
        ? signIn(branch, device.day.peek(), { counter: 'c1', teller: asked.teller })
        : decide(branch, device.day.peek(), asked as TellerRequest, context);
    if (!verdict.ok) return { is: 'refused', code: verdict.refusal };
    device.arrive(...verdict.value);
    return { is: 'done', position: device.day.peek().position };
  };
  const ask: Ask = async (asked, options) => {
    const requestId = options?.requestId ?? '';
    requestIds.push(requestId);
    const answer = answers.get(requestId) ?? decideOn(asked);
    answers.set(requestId, answer);
    return answer;
  };
  return { ask, requestIds };
}

export type DeskOptions = DeviceDoubleOptions & {
  readonly ask?: (device: DeviceDouble, authority: Ask) => Ask;
};

/** A console at counter c1 with the whole branch behind it, in memory. */
export function deskDouble(options: DeskOptions = {}) {
  const clock = options.clock ?? clockDouble();
  const device = deviceDouble({ config: counterConfig, ...options, clock });
  const authority = authorityOf(device);
  const ask = options.ask?.(device, authority.ask) ?? authority.ask;
  const told: CounterMessage[] = [];
  const desk = createTellerConsole({
    ...device,
    requester: { ask },
    schedule: clock.schedule,
    channel: { tell: (message) => void told.push(message) },
  });
  const cut = () => {
    device.connection.value = { is: 'cut', since: clock.now() };
  };
  const mend = () => {
    device.connection.value = { is: 'connected' };
  };
  return { device, clock, desk, told, requestIds: authority.requestIds, cut, mend };
}

export function taken(number: string, over: Partial<Extract<Fact, { kind: 'ticket-taken' }>> = {}): Fact {
  return {
    kind: 'ticket-taken',
    ticketId: `t-${number}`,
    number,
    service: number.startsWith('A') ? 'cash' : number.startsWith('B') ? 'card' : 'company',
    ticketClass: 'ordinary',
    language: 'zh-CN',
    numberedBy: 'server',
    promised: { fromMin: 5, toMin: 12 },
    ...over,
  };
}

export const SIGNED_IN: readonly Fact[] = [
  { kind: 'teller-signed-in', counter: 'c1', teller: '0817' },
  { kind: 'counter-opened', counter: 'c1', teller: '0817' },
];
