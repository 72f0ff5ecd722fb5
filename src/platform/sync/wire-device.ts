import { signal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import type { DeviceTrouble } from '#domain/event.ts';
import { businessDayIn } from './business-day.ts';
import { coalesced } from './coalesced.ts';
import type { Device, Trouble } from './device.ts';
import { createDeviceState } from './device-state.ts';
import { type DeviceStore, readMeta } from './device-store.ts';
import { rememberSeq } from './disk-canary.ts';
import { watchDisk } from './disk-watch.ts';
import { createFollower } from './follow.ts';
import { createJournal } from './journal.ts';
import { createLine } from './line.ts';
import type { Machine } from './machine.ts';
import { createNotebook } from './notebook.ts';
import type { OpenedDisk } from './open-disk.ts';
import { renumber } from './outbox.ts';
import { createRequester } from './requester.ts';
import { rescueExport } from './rescue-export.ts';
import { createServerClock } from './server-clock.ts';
import { createSignedFetch } from './signed-fetch.ts';

/** What belongs into the branch's record; the others are states of this machine and travel with the hello. */
const RECORDED: readonly Trouble['code'][] = ['storage-wiped', 'cloned', 'clock-wrong'];

/** Filled in by the build. */
declare const APP_VERSION: string | undefined;

export type Wired = { readonly device: Device; readonly stopped: Promise<void> };

/** Puts the parts of a device together and starts its talk with the server. */
export async function wireDevice(machine: Machine, disk: OpenedDisk, stop: AbortSignal): Promise<Wired> {
  const { store, identity } = disk;
  const { device } = identity;
  const { newId } = machine;
  const config = signal<DeviceConfig>(disk.config);
  const clock = createServerClock(machine, disk.clock);
  const dayAt = businessDayIn(disk.config.branch.timeZone);
  const today = () => dayAt(clock.now());
  const follower = createFollower({ store, device, today });
  const load = async () => {
    await follower.load();
    config.value = (await keptConfig(store)) ?? config.peek();
  };
  const state = createDeviceState({
    ...{ machine, device, now: clock.now, aliveAt: clock.aliveAt },
    onTrouble(code) {
      if (isRecorded(code)) void journal.record({ kind: 'device-trouble', code });
    },
    onChanged: coalesced(() => load().then(line.send)),
  });
  const { troubles, changed } = state;
  const reload = async () => {
    await load();
    changed();
  };
  const diskWatch = watchDisk({ machine, store, troubles }, stop);
  const signedFetch = createSignedFetch(machine, clock, identity);
  const startAnew = async () => {
    await store.write((writing) => renumber(writing, newId()));
    troubles.raise('cloned');
    await reload();
  };
  const line = createLine({
    ...{ machine, store, clock, signedFetch, follower, troubles, config, reload, changed, startAnew },
    appVersion: typeof APP_VERSION === 'string' ? APP_VERSION : 'development',
    onConnection: state.setConnection,
    diskIsWell: diskWatch.isWell,
  });
  const onWritten = (cursor: Parameters<typeof rememberSeq>[2]) => {
    rememberSeq(machine, device, cursor);
    changed();
    line.send();
  };
  const journal = createJournal({ store, follower, clock, today, newId, onWritten });
  const lead = async () => {
    state.lead();
    await load().catch(reportFault);
    await line.run(stop);
  };

  await load();
  follower.setAside.subscribe((count) => troubles.count('set-aside', count));
  if (disk.lostFacts) troubles.raise('storage-wiped');
  if (clock.deviceIsWrong()) troubles.raise('clock-wrong');
  const requester = createRequester({ signedFetch, newId, onSilence: line.doubt });
  return {
    stopped: machine.alone(`ginkgo-line-${device}`, lead, stop).catch(reportFault).then(state.close),
    device: {
      ...{ config, journal, requester, today, newId, now: clock.now },
      connection: state.connection,
      troubles: troubles.list,
      notebook: createNotebook(store),
      rescueExport: () => rescueExport(store),
    },
  };
}

function reportFault(fault: unknown): void {
  globalThis.reportError?.(fault);
}

function isRecorded(code: Trouble['code']): code is DeviceTrouble['code'] {
  return RECORDED.includes(code);
}

async function keptConfig(store: DeviceStore): Promise<DeviceConfig | undefined> {
  const read = await store.read((reading) => readMeta(reading, 'config'));
  return read.ok ? read.value : undefined;
}
