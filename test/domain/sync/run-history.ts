import { type Batch, DeviceModel } from './device-model.ts';
import type { Fate, Happening } from './history.ts';
import type { Kept, Response } from './model.ts';
import type { Protections } from './protections.ts';
import { ServerModel } from './server-model.ts';

/** A branch after a history, everything that was promised in it, and time to heal. */
export type Outcome = {
  readonly server: ServerModel;
  readonly devices: readonly DeviceModel[];
  readonly promised: readonly Kept[];
  /** The server once went back in time and did not notice at its start. */
  readonly wentBackUnnoticed: boolean;
};

const HEALING_ROUNDS = 40;

export function runHistory(rules: Protections, history: readonly Happening[]): Outcome {
  const server = new ServerModel(rules);
  const [first, second, pad] = ['kiosk-1', 'kiosk-2', 'pad-1'].map(
    (name) => new DeviceModel(name, rules, server),
  );
  if (!first || !second || !pad) throw new Error('three devices');
  const devices = [first, second, pad];
  for (const device of devices) device.hello();
  const promised: Kept[] = [];
  const world = { server, devices, promised, today: 0, cloned: false };
  for (const happening of history) happen(world, happening);
  heal(world);
  const wentBackUnnoticed = history.some((one) => one.is === 'restore' && !one.announced);
  return { server, devices, promised, wentBackUnnoticed };
}

type World = {
  readonly server: ServerModel;
  readonly devices: readonly DeviceModel[];
  readonly promised: Kept[];
  today: number;
  cloned: boolean;
};

function happen(world: World, happening: Happening): void {
  if (happening.is === 'backup') world.server.backUp();
  else if (happening.is === 'restore') world.server.restore(happening.announced);
  else if (happening.is === 'days') world.today += happening.count;
  else if (happening.is === 'clone') clone(world);
  else if (happening.is === 'record') record(world, happening);
  else if (happening.is === 'send') send(world, happening);
  else atDevice(world, happening);
}

function atDevice({ server, devices }: World, happening: Extract<Happening, { device: number }>): void {
  const device = devices[happening.device];
  if (happening.is === 'hello') device?.hello();
  if (happening.is === 'crash') device?.crash();
  if (happening.is === 'follow') device?.follow();
  if (happening.is === 'late-copy') {
    const copy = device?.delayed.shift();
    // Its answer goes nowhere.
    if (copy) server.push(copy.stream, copy.epoch, copy.facts);
  }
  if (happening.is === 'late-answer') {
    const late = device?.late.shift();
    if (late) device?.hear(late.batch, late.response);
  }
}

/** A golden image taken from a kiosk that already works; a device's blocks of numbers are its own. */
function clone(world: World): void {
  const [from, to] = world.devices;
  if (world.cloned || !from || !to || to.disk.cursor.seq > 0) return;
  world.cloned = true;
  to.disk = { ...from.disk, leases: to.disk.leases };
  to.crash();
}

function record(world: World, { device: at, tab, kind, poison }: Extract<Happening, { is: 'record' }>): void {
  const device = world.devices[at];
  if (!device || (kind === 'ticket' && !device.isKiosk)) return;
  const kept = device.record(world.promised.length, world.today, {
    kind,
    poison,
    tab: device.isKiosk ? 0 : tab,
  });
  if (kept) world.promised.push(kept);
}

type Delivery = { readonly server: ServerModel; readonly device: DeviceModel; readonly batch: Batch };

function send({ server, devices, today }: World, sending: Extract<Happening, { is: 'send' }>): void {
  const device = devices[sending.device];
  const batch = device?.nextBatch(sending.most, today);
  if (device && batch) FATES[sending.fate]({ server, device, batch });
}

const FATES: Readonly<Record<Fate, (delivery: Delivery) => void>> = {
  delivered: (delivery) => delivery.device.hear(delivery.batch, push(delivery)),
  'request-lost': () => undefined,
  'answer-lost': (delivery) => void push(delivery),
  'answer-late': (delivery) => {
    const response = push(delivery);
    if (response) delivery.device.late.push({ batch: delivery.batch, response });
  },
  delayed: ({ device, batch }) => void device.delayed.push(batch),
  'server-killed': (delivery) => {
    push(delivery, delivery.batch.facts.length >> 1);
    delivery.device.hear(delivery.batch, { is: 'busy' });
  },
  'device-killed': (delivery) => {
    push(delivery);
    delivery.device.crash();
  },
  busy: ({ device, batch }) => device.hear(batch, { is: 'busy' }),
  portal: ({ device, batch }) => device.hear(batch, { is: 'portal' }),
};

function push({ server, batch }: Delivery, killAt: number | null = null): Response | null {
  return server.push(batch.stream, batch.epoch, batch.facts, killAt);
}

/** The line comes back for everybody: what is not whole after this never will be. */
function heal(world: World): void {
  for (let round = 0; round < HEALING_ROUNDS; round += 1) {
    for (const device of world.devices) talk(world, device);
    if (round > 3 && world.devices.every(isDone)) break;
  }
  for (const device of world.devices) device.follow();
}

function talk({ server, today }: World, device: DeviceModel): void {
  if (!device.hello()) return;
  const batch = device.nextBatch(4, today);
  if (batch) device.hear(batch, push({ server, device, batch }));
}

function isDone({ disk }: DeviceModel): boolean {
  return disk.cursor.upTo === disk.cursor.seq;
}
