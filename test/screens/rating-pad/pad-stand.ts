import { signal } from '@preact/signals';
import type { Branch } from '#domain/branch/branch.ts';
import type { Fact } from '#domain/event.ts';
import type { CounterId, TellerId } from '#domain/id.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { LevelCode } from '#domain/rating/scale.ts';
import { createModes, type Modes } from '#platform/accessibility/modes.ts';
import type { Language } from '#platform/i18n/wording.ts';
import type { CounterMessage } from '#platform/sync/counter-channel.ts';
import { inOrder } from '#screens/rating-pad/one-tab-at-a-time.ts';
import { createRatingPad, type RatingPad } from '#screens/rating-pad/rating-pad.ts';
import { clockDouble, settled } from '#test/doubles/clock-double.ts';
import { branchDouble, configDouble } from '#test/doubles/config-double.ts';
import { type DeviceDouble, deviceDouble, diskDouble } from '#test/doubles/device-double.ts';

const AT: { readonly counter: CounterId; readonly teller: TellerId } = { counter: 'c1', teller: '0817' };
const low = ['waited', 'slow', 'cold', 'unclear'].map((id) => ({
  id,
  words: { 'zh-CN': id, en: id },
  about: 'teller' as const,
}));
export const padConfig = {
  ...configDouble,
  branch: { ...branchDouble, reasons: { version: 7, low } },
  device: { ...configDouble.device, id: 'pad-1', role: 'pad' as const, counter: 'c1' },
};

export type PadStand = Awaited<ReturnType<typeof padStand>>;

/** A pad on its counter with a teller and a branch around it; the clock moves when the test says so. */
export async function padStand(options: { readonly start?: boolean; readonly visible?: boolean } = {}) {
  const clock = clockDouble();
  const disk = diskDouble();
  const exclusively = inOrder();
  const listeners = new Set<(message: CounterMessage) => void>();
  const files: string[] = [];
  const visible = signal(options.visible ?? true);
  const newDevice = (day?: BranchDay) =>
    deviceDouble({ clock, disk, config: padConfig, ...(day ? { day } : {}) });
  let device: DeviceDouble = newDevice();
  const pads: RatingPad[] = [];

  const openTab = async (): Promise<{ readonly pad: RatingPad; readonly modes: Modes }> => {
    const modes = createModes({ dataset: {}, lang: '' });
    const pad = createRatingPad({
      ...device,
      mono: clock.now,
      saveFile: (text) => void files.push(text),
      schedule: clock.schedule,
      modes,
      visible,
      exclusively,
      channel: {
        listen: (heard) => {
          listeners.add(heard);
          return () => void listeners.delete(heard);
        },
      },
    });
    pads.push(pad);
    await pad.start();
    await settled();
    return { pad, modes };
  };

  device.arrive({ kind: 'teller-signed-in', ...AT }, { kind: 'counter-opened', ...AT });
  let tab = options.start === false ? null : await openTab();
  const current = () => {
    if (!tab) throw new Error('the pad has not been started');
    return tab;
  };

  return {
    clock,
    /** What staff carried away. */
    files,
    visible,
    openTab,
    /** Every tab of this pad, oldest first. */
    tabs: (): readonly RatingPad[] => pads,
    device: () => device,
    /** The branch hands out another dictionary of reasons. */
    reconfigure: (reasons: Branch['reasons']) => {
      const config = device.config.peek();
      device.config.value = { ...config, branch: { ...config.branch, reasons } };
    },
    pad: () => current().pad,
    modes: () => current().modes,
    step: () => current().pad.step.peek(),
    is: () => current().pad.step.peek().is,
    rate: async (level: LevelCode) => {
      await current().pad.answers.rate(level, { x: 12.5, y: 40 });
      await settled();
    },
    arrive: async (...facts: readonly Fact[]) => {
      device.arrive(...facts);
      await settled();
    },
    call: async (number: string, language: Language = 'zh-CN') => {
      device.arrive(...takenAndCalled(number, language));
      await settled();
    },
    /** The journal learns what a cut-off console recorded. */
    servedOffline: async (number: string) => {
      const served = { number, invitationId: `i-${number}`, servedMs: 1, ...AT };
      device.arrive({ kind: 'visitor-served-offline', ...served });
      await settled();
    },
    finish: async (number: string) => {
      device.arrive({ kind: 'ticket-finished', ticketId: number, invitationId: `i-${number}`, ...AT });
      await settled();
    },
    hearFinish: async (number: string) => {
      const message = {
        kind: 'finished-offline',
        invitationId: `i-${number}`,
        number,
        at: clock.now(),
        ...AT,
      };
      for (const heard of listeners) heard(message as CounterMessage);
      await settled();
    },
    cut: () => {
      device.connection.value = { is: 'cut', since: clock.now() };
    },
    reconnect: () => {
      device.connection.value = { is: 'connected' };
    },
    /** Power off; what is on the disk stays. */
    die: () => {
      for (const pad of pads.splice(0)) pad.stop();
      const day = device.day.peek();
      device = newDevice(day);
      tab = null;
    },
    boot: async () => {
      tab = await openTab();
    },
    facts: <Kind extends Fact['kind']>(...kinds: readonly Kind[]) =>
      disk.facts.filter((fact): fact is Extract<Fact, { readonly kind: Kind }> =>
        (kinds as readonly string[]).includes(fact.kind),
      ),
    outcome: (number: string) => device.day.peek().invitations[`i-${number}`]?.outcome,
  };
}

function takenAndCalled(number: string, language: Language): Fact[] {
  const ticketId = number;
  const taken = { ticketId, number, service: 'cash', ticketClass: 'ordinary', language, promised: null };
  return [
    { kind: 'ticket-taken', numberedBy: 'server', ...taken },
    { kind: 'ticket-called', ticketId, passed: [], ...AT },
  ];
}
